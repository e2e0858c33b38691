import { describe, expect, it } from "vitest";
import { blog, catalog, figures, model, press, series } from "./model.fixture.ts";
import { MOST_PANELS, multiplesOf } from "./multiples.ts";

const layout = "countries" as const;
const britain = series({ "2025-01-11": 45_000, "2025-01-13": 260_000 }, { country: "GB" });
const tiktok = series({ "2025-01-11": 80_000_000, "2025-01-12": 79_000_000 }, { platform: "tiktok" });

describe("small multiples", () => {
  it("have a panel for each country of the view, in its order, also for one without data", () => {
    const made = multiplesOf(model({ layout, countries: ["GB", "NO", "US"] }, [press, britain]), catalog);
    expect(made?.panels.map((panel) => [panel.title, panel.lines.length])).toEqual([
      ["United Kingdom", 1],
      ["Norway", 0],
      ["United States", 1],
    ]);
    expect(made?.panels[2]?.figures.map((mark) => mark.figure.id)).toContain("rf003");
    expect(made?.panels[0]?.figures).toEqual([]);
  });

  it("share one axis, which has room for every value and for the bands of surges", () => {
    const drawn = model({ layout, countries: ["GB", "US"], figures: false }, [press, britain]);
    const made = multiplesOf(drawn, catalog);
    expect(made?.axis.bottom).toBeLessThan(45_000);
    expect(made?.axis.top).toBeGreaterThan(3_400_000);
    const beside = new Map([["rednote/GB/all/model-press", [1000]]]);
    expect(multiplesOf(drawn, catalog, beside)?.axis.bottom).toBeLessThan(1000);
  });

  it("colour lines by their platform, the same in every country, and name them by what differs", () => {
    const made = multiplesOf(
      model({ layout, platforms: ["rednote", "tiktok"], countries: ["GB", "US"] }, [press, britain, tiktok]),
      catalog,
    );
    expect(made?.panels.map((panel) => panel.lines.map((line) => [line.label, line.stroke.color]))).toEqual([
      [["RedNote", "rednote"]],
      [
        ["RedNote", "rednote"],
        ["TikTok", "tiktok"],
      ],
    ]);
    const sources = multiplesOf(model({ layout, countries: ["US"] }, [press, blog]), catalog);
    expect(sources?.panels[0]?.lines.map((line) => line.label)).toEqual(["Press reading", "Blog reading"]);
    expect(sources?.panels[0]?.kinds).toEqual(["modelled"]);
  });

  it("have room for a second period, behind the country that it is of", () => {
    const drawn = model({ layout, countries: ["GB", "US"], figures: false }, [press, britain]);
    const [panel] = drawn.panels;
    const line = panel?.lines.find((one) => one.country === "GB");
    if (!panel || !line) throw new Error("nothing is drawn");
    const second = { ...line, id: "second", of: line.id, points: line.points.map((point) => ({ ...point, value: point.value / 1000 })) };
    const made = multiplesOf({ ...drawn, panels: [{ ...panel, compared: [second] }] }, catalog);
    expect(made?.panels.map((one) => one.compared.map(({ id }) => id))).toEqual([["second"], []]);
    expect(made?.axis.bottom).toBeLessThan(45);
  });

  it("write the numbers of their axis as the picture does", () => {
    const drawn = model({ layout, countries: ["US"], figures: false }, [press]);
    const wording = { value: () => "", remarks: () => [], tick: (value: number) => `+${value}`, days: null };
    const made = multiplesOf({ ...drawn, speech: { ...drawn.speech, wording } }, catalog);
    expect(made?.axis.ticks.every((tick) => tick.text === `+${tick.value}`)).toBe(true);
  });

  it("are one for a sum of countries", () => {
    const made = multiplesOf(model({ layout, countries: ["US", "GB"], sum: true }, [press, britain]), catalog);
    expect(made?.panels.map((panel) => panel.title)).toEqual(["US and GB"]);
  });

  it("are at most forty, and name the countries that are left", () => {
    const codes = Array.from({ length: MOST_PANELS + 2 }, (_, index) => `A${String.fromCharCode(65 + (index % 26))}${index}`);
    const all = codes.map((country) => ({ ...britain, country }));
    const made = multiplesOf(model({ layout, countries: codes }, all, { figures: [] }), catalog);
    expect(made?.panels).toHaveLength(MOST_PANELS);
    expect(made?.left).toEqual(codes.slice(MOST_PANELS));
  });

  it("are none where nothing can be drawn", () => {
    expect(multiplesOf(model({ layout, countries: ["NO"] }, [], { figures }), catalog)).toBeNull();
  });
});
