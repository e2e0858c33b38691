import { describe, expect, it } from "vitest";
import { catalog, figures, press } from "../../data/chart/model.fixture.ts";
import type { PictureOrder } from "../../data/chart/picture-order.ts";
import { defaultView } from "../../data/model/view.ts";
import { drawPicture } from "./draw.ts";
import { colorOf, literal } from "./literal.ts";
import { escaped, rowsOf } from "./rows.ts";

const order = (change: Partial<PictureOrder> = {}): PictureOrder => ({
  view: { ...defaultView(), platforms: ["rednote"], vintage: 2 },
  data: { catalog, series: [press], figures, events: [] },
  address: "surge.example/growth?v=1&vintage=2",
  ...{ width: 900, height: null, theme: "light", scale: 1, language: "en" },
  ...change,
});

describe("a picture outside of a page", () => {
  it("has the sentence, the sources, the vintage and the address, and stands by itself", () => {
    const { svg, width } = drawPicture(order());
    expect(width).toBe(900);
    expect(svg).toContain('<svg xmlns="http://www.w3.org/2000/svg" width="900"');
    expect(svg).toContain(">RedNote</tspan>");
    expect(svg).toContain("modelled by RedNote Surge");
    expect(svg).toContain("Vintage 2, received 22 Nov 2026. surge.example/growth?v=1&amp;vintage=2");
    expect(svg).not.toMatch(/var\(|style=|class=|&nbsp;|<script/);
  });

  it("is the same text each time, and another one in the dark", () => {
    expect(drawPicture(order()).svg).toBe(drawPicture(order()).svg);
    const dark = drawPicture(order({ theme: "dark" })).svg;
    expect(dark).toContain(colorOf("surface-page", "dark"));
    expect(dark).not.toContain(colorOf("surface-page", "light"));
  });

  it("is as high as it is drawn, or as the address says: then all of it is smaller, or the chart fills the room there is", () => {
    const { height, svg } = drawPicture(order());
    const tall = drawPicture(order({ height: height + 100 }));
    expect(tall.height).toBe(height + 100);
    const chartHeight = (text: string) => Number(/<svg [^>]*\bheight="([\d.]+)"/.exec(text.slice(text.indexOf("translate(")))?.[1]);
    expect(chartHeight(tall.svg) - chartHeight(svg)).toBeCloseTo(100, 0);
    const low = drawPicture(order({ height: 300 }));
    expect(low.height).toBe(300);
    expect(low.svg).toMatch(/<g transform="scale\(0\.\d+\)">/);
  });

  it("has more pixels for its scale, and the same picture", () => {
    const twice = drawPicture(order({ scale: 2 }));
    expect([twice.width, twice.svg.match(/ width="(\d+)"/)?.[1]]).toEqual([900, "1800"]);
    expect(twice.svg.replace(/ width="\d+" height="\d+"/, "")).toBe(drawPicture(order()).svg.replace(/ width="\d+" height="\d+"/, ""));
  });

  it("says what was asked for where there is nothing to draw", () => {
    const { svg } = drawPicture(
      order({ view: { ...order().view, countries: ["NO"] }, data: { ...order().data, series: [], figures: [] } }),
    );
    expect(svg).toContain("Norway");
  });
});

describe("a picture in Chinese", () => {
  it("is worded so all through, and the next one is English again", () => {
    const { svg } = drawPicture(order({ language: "zh" }));
    expect(svg).toContain(">小红书</tspan>");
    expect(svg).toContain("由 RedNote Surge 穿过已发布的数字建模得出");
    expect(svg).toContain("版本 2，2026年11月22日收到。surge.example/growth");
    expect(svg).not.toMatch(/modelled|and \d+ more|Vintage/);
    expect(drawPicture(order()).svg).toContain("Vintage 2, received 22 Nov 2026. surge.example");
  });
});

describe("literal SVG", () => {
  it("turns styles into attributes and colours into what they are", () => {
    expect(literal('<path style="fill: none; cursor: pointer;" stroke="var(--text-1)"></path>', "light")).toBe(
      `<path fill="none" stroke="${colorOf("text-1", "light")}"></path>`,
    );
    expect(() => literal('<path fill="var(--no-such)"/>', "light")).toThrow("--no-such");
  });
});

describe("rows of words", () => {
  it("break between words, cut what is too long for a row, and end with dots where there are too many", () => {
    const text = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.map((run) => run.text).join(""));
    const runs = [
      { text: "one two three ", color: "#000" },
      { text: "four", color: "#111" },
    ];
    expect(text(rowsOf(runs, 60, 12, 400))).toEqual(["one two ", "three four"]);
    expect(text(rowsOf(runs, 60, 12, 400, 1))).toEqual(["one tw…"]);
    expect(text(rowsOf([{ text: "x".repeat(30), color: "#000" }], 60, 12, 400)).length).toBeGreaterThan(2);
  });

  it("break between letters in Chinese, but not before a stop or behind an opening sign, nor within a number", () => {
    const text = (words: string, width: number) =>
      rowsOf([{ text: words, color: "#000" }], width, 10, 400).map((row) => row.map((run) => run.text).join(""));
    expect(text("从约30万升至340万。另一估算", 48)).toEqual(["从约30万", "升至", "340万。", "另一估算"]);
    expect(text("日活（美国）", 30)).toEqual(["日活", "（美", "国）"]);
  });

  it("escape what XML has a meaning for, and leave out what it has no place for", () => {
    expect(escaped('a<b>&"\u0001')).toBe("a&lt;b&gt;&amp;&quot;");
  });
});
