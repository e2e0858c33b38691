import { act, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import { page, show } from "../controls/page.fixture.tsx";
import { ApiError } from "./api.ts";
import { type Asked, useAsked } from "./asked.ts";

page();

interface Question {
  key: string;
  answer: (value: string) => Promise<void>;
  refuse: (error: Error) => Promise<void>;
  signal: AbortSignal;
}

const questions: Question[] = [];
let asked: Asked<string>;

const ask = (key: string) => (signal: AbortSignal) =>
  new Promise<string>((answer, refuse) => {
    questions.push({
      key,
      signal,
      answer: (value) => act(async () => answer(value)),
      refuse: (error) => act(async () => refuse(error)),
    });
  });

function Asker({ of }: { of: string | null }): ReactElement {
  asked = useAsked(of ?? "", of === null ? null : ask(of));
  return <p />;
}

const last = () => questions.at(-1) as Question;

describe("what is asked of the server", () => {
  it("stays while another answer comes, and what comes late is not heard", async () => {
    show(<Asker of={null} />);
    expect([asked.loaded, asked.pending, questions.length]).toEqual([null, true, 0]);
    show(<Asker of="a" />);
    await last().answer("of a");
    expect([asked.loaded, asked.pending]).toEqual(["of a", false]);
    show(<Asker of="b" />);
    const late = last();
    expect([asked.loaded, asked.pending]).toEqual(["of a", true]);
    show(<Asker of="c" />);
    expect(late.signal.aborted).toBe(true);
    await last().answer("of c");
    await late.answer("of b");
    expect([asked.loaded, asked.pending]).toEqual(["of c", false]);
  });

  it("stays when no other comes, with the cause, until it is asked for again", async () => {
    show(<Asker of="a" />);
    await last().answer("of a");
    show(<Asker of="b" />);
    await last().refuse(new Error("no network"));
    expect([asked.loaded, asked.pending, asked.failure]).toEqual(["of a", false, "no network"]);
    act(() => asked.retry());
    expect([last().key, asked.pending, asked.failure]).toEqual(["b", true, null]);
    await last().answer("of b");
    expect([asked.loaded, asked.failure]).toEqual(["of b", null]);
  });

  it("goes once it takes a token to read it", async () => {
    show(<Asker of="a" />);
    await last().answer("of a");
    act(() => asked.retry());
    await last().refuse(new ApiError("this takes a token", [], true));
    expect([asked.loaded, asked.locked]).toEqual([null, true]);
    act(() => asked.retry());
    expect([asked.pending, asked.locked]).toEqual([true, true]);
    await last().answer("of a");
    expect([asked.loaded, asked.locked]).toEqual(["of a", false]);
  });
});
