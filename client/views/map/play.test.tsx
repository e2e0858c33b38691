import { act, type ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page, show } from "../../controls/page.fixture.tsx";
import { type Playing, usePlay, useSeldom } from "./play.ts";

let still = false;
page();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "requestAnimationFrame", "cancelAnimationFrame", "performance"] });
  vi.stubGlobal("matchMedia", () => ({ matches: still, addEventListener: () => {}, removeEventListener: () => {} }));
});
afterEach(() => {
  vi.useRealTimers();
  still = false;
});

const range = { from: 100, to: 140 };
const shown: number[] = [];
const rested: number[] = [];
let playing: Playing;

function Player({ day }: { day: number }): ReactElement {
  playing = usePlay(
    range,
    day,
    (next) => {
      shown.push(next);
      show(<Player day={next} />);
    },
    (at) => rested.push(at),
  );
  return <p>{playing.playing ? "plays" : "rests"}</p>;
}

function begin(day: number): void {
  shown.length = 0;
  rested.length = 0;
  show(<Player day={day} />);
  act(() => playing.start());
}

/** Lets time go by frame by frame: between two the page is drawn. */
function pass(ms: number): void {
  for (let left = ms; left > 0; left -= 16) act(() => vi.advanceTimersByTime(Math.min(16, left)));
}

describe("a play", () => {
  it("shows one day after the other, then rests at the last and says so once", () => {
    begin(120);
    pass(9000);
    expect(shown).toEqual(Array.from({ length: 20 }, (_, index) => 121 + index));
    expect(rested).toEqual([140]);
    expect(document.body.textContent).toBe("rests");
  });

  it("begins anew where it stands at the end", () => {
    begin(140);
    pass(300);
    expect(shown[0]).toBe(100);
  });

  it("stops where it is", () => {
    begin(100);
    pass(1000);
    const at = shown.at(-1) as number;
    act(() => playing.stop());
    pass(1000);
    expect(rested).toEqual([at]);
    expect(shown.at(-1)).toBe(at);
  });

  it("without motion changes once a second, and still reaches the end", () => {
    still = true;
    begin(100);
    pass(900);
    expect(shown).toEqual([]);
    pass(3200);
    expect(shown).toEqual([101, 102, 103, 104]);
    pass(60_000);
    expect(rested).toEqual([140]);
  });
});

describe("what is told seldom", () => {
  it("lags behind while it changes, and is right when it rests", () => {
    function Told({ value, changing }: { value: number; changing: boolean }) {
      return <p>{useSeldom(value, changing, 250)}</p>;
    }
    show(<Told value={1} changing={false} />);
    show(<Told value={2} changing />);
    show(<Told value={3} changing />);
    expect(document.body.textContent).toBe("1");
    pass(260);
    expect(document.body.textContent).toBe("3");
    show(<Told value={4} changing={false} />);
    expect(document.body.textContent).toBe("4");
  });
});
