import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CLAIMS, EVERYTHING, FIGURES, input, CATALOG as SHIPPED } from "../../../data/chart/evidence.fixture.ts";
import { listed } from "../../../data/chart/evidence-list.ts";
import { evidencePage } from "../../../data/chart/evidence-page.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { View } from "../../../data/model/view.ts";
import { speak } from "../../app/language.ts";
import { CHINESE, MANNER } from "../../app/zh.ts";
import { key, page, press, show, the } from "../../controls/page.fixture.tsx";
import { EvidenceBody } from "./EvidenceBody.tsx";
import { toldHere } from "./told.ts";
import { EVIDENCE_PAGE } from "./words.ts";
import { evidencePageInChinese } from "./words.zh.ts";

page();

const CATALOG: Catalog = { ...SHIPPED, vintage: 1, received_at: null, days: null, metrics: [], sources: [], coverage: [] };
const changed = vi.fn<(view: View, tag?: string) => void>();
/** Whether charts come near to the window: to draw seventy takes happy-dom long. */
let near = true;
const SMALL = {
  platforms: ["rednote"],
  countries: ["US"],
  quantities: ["daily_active_users", "downloads", "daily_active_users_growth_pct"],
};
const visited = vi.fn<(page: "growth", view: View) => void>();

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      readonly #seen: (entries: { isIntersecting: boolean }[]) => void;
      constructor(seen: (entries: { isIntersecting: boolean }[]) => void) {
        this.#seen = seen;
      }
      observe() {
        this.#seen([{ isIntersecting: near }]);
      }
      disconnect() {}
    },
  );
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 1376, 400));
  vi.stubGlobal("scrollTo", () => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
  changed.mockClear();
  visited.mockClear();
  speak("en");
  near = true;
});

function body(view: Partial<View> = {}, more: { figures?: typeof FIGURES } = {}) {
  show(
    <EvidenceBody
      view={{ ...EVERYTHING, ...view }}
      loaded={{ catalog: CATALOG, figures: FIGURES, claims: CLAIMS, ...more }}
      pending={false}
      onChange={changed}
      onVisit={visited}
    />,
  );
}

/** Texts of the page that say something: those with a number, and whole sentences. */
function sayings(): { text: string; element: Element }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: { text: string; element: Element }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? "";
    if (node.parentElement && (/\d/.test(text) || /[.。]$/.test(text))) found.push({ text, element: node.parentElement });
  }
  return found;
}

/** Every word of an area, however deep. */
function wordsIn(words: unknown): string[] {
  if (typeof words === "string") return [words];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(wordsIn) : [];
}

describe.each([
  ["en", EVIDENCE_PAGE.english],
  ["zh", evidencePageInChinese],
] as const)("the Evidence page, %s", (language, own) => {
  beforeEach(() => {
    if (language === "zh") speak("zh", CHINESE, MANNER);
  });

  it.each([{}, { known: "2025-01-16" }, SMALL, { ...SMALL, platforms: [] }])(
    "says nothing without a row, and nothing that the list of sentences lacks: %o",
    (view) => {
      near = "quantities" in view;
      body(view);
      const told = toldHere();
      const asked = input(view, {
        told,
        catalog: CATALOG,
        ...(language === "zh" ? { quantities: CHINESE.quantity as Record<string, string> } : {}),
      });
      const list = new Set(listed(evidencePage(asked), asked).map(({ said }) => said.text));
      const fixed = new Set(wordsIn(own));
      const ids = new Set([...FIGURES, ...CLAIMS].map(({ id }) => id));
      const parts = (text: string) =>
        text
          .replace(/ \*$/, "")
          .replace(/^[:：] ?/, "")
          .split(" · ");
      let count = 0;
      for (const { text, element } of sayings()) {
        // Ticks are the scale; what a button or a key explains is no statement, and has no number.
        if (element.closest("[data-tick]") || (fixed.has(text) && !/\d/.test(text))) continue;
        const rows = element.closest("[data-rows]")?.getAttribute("data-rows")?.split(" ") ?? [];
        expect(rows.length, text).toBeGreaterThan(0);
        expect(
          rows.filter((id) => !ids.has(id)),
          text,
        ).toEqual([]);
        // The name of a button repeats the figure beside it.
        if (element.closest("button")) continue;
        for (const part of parts(text)) expect(list, text).toContain(part);
        count++;
      }
      expect(count).toBeGreaterThan(80);
    },
  );
});

describe("a chart of the Evidence page", () => {
  const chart = () => the('[data-quantity="daily_active_users.US.users.level"]');

  it("is read by the arrow keys, with all that is known of a dot, and leads on by G and T", () => {
    body(SMALL);
    chart().focus();
    for (let step = 0; step < 2; step++) key("ArrowRight");
    const status = the('[data-quantity="daily_active_users.US.users.level"] [role=status]');
    expect(status.textContent).toContain("under 700k. Daily active users, 12 Jan 2025. Similarweb, via Reuters.");
    expect(status.textContent).toContain("Published on 16 January 2025.");
    key("g");
    expect(visited.mock.calls[0]?.[1]).toMatchObject({ figure: "rf002", platforms: ["rednote"], metric: "daily_active_users" });
    key("t");
    expect(document.activeElement?.textContent).toBe("Daily active users, RedNote, United States");
    expect(document.activeElement?.closest("[data-table]")).not.toBeNull();
  });

  it("has a link for each dot that opens the publication and tells it nothing", () => {
    body(SMALL);
    const dot = the('[data-quantity="daily_active_users.US.users.level"] a[data-figure="rf007"]');
    expect(dot.getAttribute("href")).toBe(FIGURES.find(({ id }) => id === "rf007")?.url);
    expect(dot.getAttribute("rel")).toContain("noreferrer");
  });
});

describe("the table of the Evidence page", () => {
  it("has a row for each figure, with how it is known, its conflicts and its note behind one button", () => {
    near = false;
    body();
    expect(document.querySelectorAll("[data-row]")).toHaveLength(FIGURES.length);
    press(the('[data-row="rf004"] button'));
    const text = the('[data-row="rf004"] + tr').textContent;
    expect(text).toContain("In conflict with 3.4M, 13 Jan 2025, Similarweb, via Reuters: ×1.4 apart.");
    expect(text).toContain("probably a slip in the relay");
  });
});

describe("the slider", () => {
  it("goes from one day of publication to the next, and back to everything at the last", () => {
    near = false;
    body({ known: "2025-01-16" });
    const slider = the("input[type=range]") as HTMLInputElement;
    expect(slider.getAttribute("aria-valuetext")).toMatch(/^16 January 2025\. By 16 January 2025, 39 of the figures/);
    expect(Number(slider.max)).toBe(18);
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const move = (to: number) => {
      set?.call(slider, String(to));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    };
    move(4);
    expect(changed.mock.calls.at(-1)?.[0].known).toBe("2025-01-15");
    move(18);
    expect(changed.mock.calls.at(-1)?.[0].known).toBe("");
  });
});

describe("an empty Evidence page", () => {
  it("says why, and leads to the nearest view that has something", () => {
    body({ platforms: ["youtube"], providers: ["tiktok"] });
    expect(the("[role=status]").textContent).toContain("No figure passes these filters.");
    press(the("[role=status] button", "Show all figures"));
    expect(changed.mock.calls[0]?.[0]).toMatchObject({ platforms: [], countries: [], quantities: [], providers: [] });
    body({ known: "2020-01-01" });
    press(the("[role=status] button", "Go to the latest day"));
    expect(changed.mock.calls[1]?.[0].known).toBe("");
    body({}, { figures: [] });
    expect(the("[role=status]").textContent).toBe("No figure had been received at this vintage.");
  });
});
