import { describe, expect, it } from "vitest";
import type { PictureData } from "../../data/chart/drawn-model.ts";
import { catalog, event, figures, press } from "../../data/chart/model.fixture.ts";
import type { PaintOrder } from "../../data/chart/picture-order.ts";
import { defaultView } from "../../data/model/view.ts";
import { paintPage } from "./paint.tsx";
import { tenths } from "./tidied.ts";

const data: PictureData = { catalog, series: [press], figures, events: [event("law", "2025-01-19")] };
const order = (change: Partial<PaintOrder> = {}): PaintOrder => ({
  page: "growth",
  view: { ...defaultView(), platforms: ["rednote"] },
  data,
  ...{ isOld: false, alone: false, address: "/growth?v=1", language: "en" },
  ...change,
});

/** The painted page as a browser would have it. */
function painted(change: Partial<PaintOrder> = {}): { html: string; page: HTMLElement } {
  const html = paintPage(order(change));
  const page = document.createElement("div");
  page.innerHTML = html;
  return { html, page };
}

describe("a page before any script", () => {
  it("has the sentence, a wide and a narrow chart with each line, who says so, and links to the other pages", () => {
    const { page } = painted();
    expect(page.querySelector("h1")?.textContent).toMatch(/^RedNote in the US /);
    const drawings = [...page.querySelectorAll("[data-drawing]")];
    expect(drawings.map((one) => one.getAttribute("data-drawing"))).toEqual(["wide", "narrow"]);
    for (const one of drawings) expect(one.querySelectorAll("svg path[data-line]")).toHaveLength(1);
    expect(page.querySelector("figcaption")?.textContent).toContain("modelled by RedNote Surge");
    expect(page.querySelector('nav a[aria-current="page"]')?.textContent).toBe("Growth");
    expect(page.querySelector('nav a[href^="/map?v=1"]')).not.toBeNull();
  });

  it("lists the events, with the numbers that stand for them in the narrow chart", () => {
    const { page } = painted();
    expect([...page.querySelectorAll("figure li")].map((one) => one.textContent?.trim())).toEqual(["1 19 Jan: law"]);
  });

  it("breaks no strict policy, and leaves colours to the theme", () => {
    const { html } = painted();
    expect(html).not.toMatch(/ style=|<style|<script| on[a-z]+=/);
    expect(html).toContain('stroke="var(--rednote)"');
    expect(html).not.toMatch(/(?:fill|stroke)="#/);
  });

  it("has each id once, and every id that it refers to", () => {
    const { html, page } = painted();
    const ids = [...page.querySelectorAll("[id]")].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const named = [...html.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
    expect(named.length).toBeGreaterThan(2);
    for (const id of named) expect(ids).toContain(id);
  });

  it("has nothing that only a script can use, and no place more exact than a tenth of a pixel", () => {
    const { page } = painted();
    const drawing = page.querySelector("[data-drawing=wide]") as Element;
    expect(drawing.querySelectorAll("[tabindex], [class], a, g:empty, defs:empty")).toHaveLength(0);
    expect(drawing.innerHTML).not.toMatch(/ (?:d|x|y|cx|cy)="[^"]*\.\d\d/);
    expect(tenths("M46 351.904H1230L0.1 -7.98")).toBe("M46 351.9H1230L0.1 -8");
  });

  it("keeps the place of the bar that says that there are newer data", () => {
    const children = (isOld: boolean) => painted({ isOld }).page.querySelector("#painted")?.children.length;
    expect(children(true)).toBe((children(false) ?? 0) + 1);
  });

  it("is the chart without a header where it stands on a page of somebody else", () => {
    const { page } = painted({ alone: true });
    expect(page.querySelectorAll("header, nav")).toHaveLength(0);
    // Other pages are not shown in a frame.
    for (const link of page.querySelectorAll("a")) expect(link.getAttribute("target")).toBe("_blank");
    expect(page.querySelector("main > p > a")?.textContent).toBe("Open in RedNote Surge");
    expect(page.querySelectorAll("svg path[data-line]")).toHaveLength(2);
  });

  it("speaks the language that is asked for, and English to the next one", () => {
    const chinese = painted({ language: "zh" }).page;
    expect(chinese.querySelector("h1")?.textContent).toContain("小红书");
    expect(chinese.querySelector("nav a[aria-current]")?.textContent).toBe("增长");
    expect(chinese.querySelector("[data-drawing=wide] svg")?.textContent).toContain("小红书");
    expect(painted().page.querySelector("nav a[aria-current]")?.textContent).toBe("Growth");
  });

  it("says why where nothing can be drawn", () => {
    const { page } = painted({ view: { ...order().view, countries: ["NO"] }, data: { ...data, series: [], figures: [] } });
    expect(page.querySelectorAll("path[data-line]")).toHaveLength(0);
    expect(page.querySelector("figure p")?.textContent).toContain("Norway");
  });

  it("is the header alone where the page draws nothing that is painted, with the place of its bar", () => {
    const { page } = painted({ page: "countries", data: null, language: "zh", address: "/countries?v=1&lang=zh" });
    expect(page.querySelector("nav a[aria-current]")?.textContent).toBe("国家和地区");
    expect(page.querySelectorAll("main, figure, h1")).toHaveLength(0);
    expect(page.querySelectorAll(".bar-place")).toHaveLength(1);
    expect(painted({ page: "method", data: null, address: "/method?v=1" }).page.querySelectorAll(".bar-place")).toHaveLength(0);
  });
});
