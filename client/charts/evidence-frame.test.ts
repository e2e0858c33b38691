import { describe, expect, it } from "vitest";
import { input } from "../../data/chart/evidence.fixture.ts";
import { evidencePage } from "../../data/chart/evidence-page.ts";
import { providerName, tickText } from "../../data/chart/figure-text.ts";
import { evidenceFrame } from "./evidence-frame.ts";

const EVIDENCE_INPUT = input();
const page = evidencePage(EVIDENCE_INPUT);
const framed = (width: number) =>
  page.charts.map((said) => {
    const text = {
      tick: (value: number) => tickText(value, said.chart.axis.kind, EVIDENCE_INPUT.told),
      provider: (row: { provider: Parameters<typeof providerName>[0] }) => providerName(row.provider, EVIDENCE_INPUT.told),
      platform: (id: string) => id,
    };
    return { said, frame: evidenceFrame(said, text, width) };
  });

describe.each([1376, 664, 358, 288])("a chart of evidence %i pixels wide", (width) => {
  const charts = framed(width);

  it("has a place for every dot, inside its row and inside the picture", () => {
    for (const { said, frame } of charts) {
      expect(frame.dots.map((dot) => dot.said.id).toSorted()).toEqual([...said.dots.keys()].toSorted());
      for (const dot of frame.dots) {
        const row = frame.rows.find((one) => one.row === dot.row);
        expect(dot.y > (row?.top ?? 0) && dot.y < (row?.bottom ?? 0)).toBe(true);
        expect(dot.x).toBeGreaterThan(frame.left);
        expect(dot.x).toBeLessThan(frame.right);
        expect(dot.span[1]).toBeLessThanOrEqual(width);
      }
    }
  });

  it("never puts words over other words of a row", () => {
    for (const { frame } of charts)
      for (const [index, one] of frame.dots.entries())
        for (const other of frame.dots.slice(index + 1))
          if (one.y === other.y) expect(one.span[1] <= other.span[0] || other.span[1] <= one.span[0]).toBe(true);
  });

  it("names each provider once, and keeps its ticks apart", () => {
    for (const { said, frame } of charts) {
      const providers = new Set(said.chart.rows.map(({ provider }) => provider.id));
      expect(frame.rows.filter(({ name }) => name.length > 0)).toHaveLength(providers.size);
      for (const [index, tick] of frame.ticks.entries()) expect(tick.x - (frame.ticks[index - 1]?.x ?? -100)).toBeGreaterThan(12);
    }
  });
});

describe("the words of a dot", () => {
  const dot = (id: string, width: number) => framed(width)[0]?.frame.dots.find(({ said }) => said.id === id);

  it("say days, how many pages repeat it, and that its day of publication is not known", () => {
    expect(dot("rf003", 1376)?.label).toMatchObject({ anchor: "start", value: "3.4M", rest: "13 Jan 2025 · 2 pages" });
    expect(dot("rf004", 1376)?.label.rest).toBe("13 Jan 2025 *");
    expect(dot("rf168", 1376)?.label.anchor).toBe("end");
  });

  it("become fewer where there is no room", () => {
    expect(dot("rf003", 358)?.label.rest).toBe("13 Jan 2025");
  });
});
