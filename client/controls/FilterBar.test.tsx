import { describe, expect, it, vi } from "vitest";
import { numberOf } from "../../data/model/day.ts";
import { defaultView, type View } from "../../data/model/view.ts";
import { CATALOG, figure, surgeEvent } from "./catalog.fixture.ts";
import { FilterBar } from "./FilterBar.tsx";
import { key, page, press, show, the, type, until } from "./page.fixture.tsx";

let width = 1440;
page(() => width);

/** The bar as a page holds it: what is chosen comes back as a view. */
function bar(start: Partial<View> = {}, onReset?: () => void) {
  const seen: View[] = [];
  const draw = (view: View) =>
    show(
      <FilterBar
        view={view}
        catalog={CATALOG}
        days={{ from: numberOf("2025-01-01"), to: numberOf("2025-02-15") }}
        extent={{ from: numberOf("2024-12-31"), to: numberOf("2025-02-14") }}
        figures={[figure()]}
        events={[surgeEvent()]}
        onChange={(next) => {
          seen.push(next);
          draw(next);
        }}
        onReset={onReset}
      />,
    );
  draw({ ...defaultView(), ...start });
  return { seen, last: () => seen.at(-1) };
}

const cell = (name: string) => the("button[aria-haspopup=dialog]", name);
const open = async (name: string) => {
  press(cell(name));
  await until(() => the("[role=dialog]", name));
};
const options = () => [...document.querySelectorAll("[role=option]")];
const names = () => options().map((option) => option.querySelector("span:not([aria-hidden], .key)")?.firstChild?.textContent);
const active = () => document.querySelector("[data-active]")?.textContent;

describe("the bar", () => {
  it("says what is chosen", () => {
    bar();
    expect(
      [...document.querySelectorAll("button[aria-haspopup=dialog]")].map((button) => button.textContent?.replace(/\s+/g, " ")),
    ).toEqual([
      "Metric Daily active users",
      "Platforms RedNote TikTok",
      "Countries United States",
      "Sources 2 modelled, figures",
      "Dates, 46 days 1 Jan to 15 Feb 2025",
    ]);
  });

  it("has topics where the metric has some", () => {
    bar({ metric: "posts" });
    expect(cell("Topics").textContent).toContain("All topics");
  });

  it("changes interval, scale and layout", () => {
    const { last } = bar();
    press(the("label", "Week").querySelector("input") as HTMLElement);
    expect(last()?.interval).toBe("week");
    press(the("label", "Linear").querySelector("input") as HTMLElement);
    expect(last()).toMatchObject({ interval: "week", scale: "linear" });
    press(the("label", "Overlay").querySelector("input") as HTMLElement);
    expect(last()?.layout).toBe("overlay");
  });

  it("offers the way back only while anything differs", () => {
    const onReset = vi.fn();
    bar({}, onReset);
    expect(document.body.textContent).not.toContain("Reset");
    bar({ scale: "linear" }, onReset);
    press(the("button", "Reset"));
    expect(onReset).toHaveBeenCalledOnce();
  });
});

describe("a list that is open", () => {
  it("takes the focus, is read by arrows, and gives the focus back on Escape", async () => {
    bar();
    await open("Platforms");
    expect(document.activeElement?.getAttribute("role")).toBe("listbox");
    expect(names()).toEqual(["RedNote", "TikTok", "CapCut"]);
    key("ArrowDown");
    expect(active()).toContain("TikTok");
    key("End");
    expect(active()).toContain("CapCut");
    key("ArrowDown");
    expect(active()).toContain("CapCut");
    key("Home");
    expect(active()).toContain("RedNote");
    expect(document.activeElement?.getAttribute("aria-activedescendant")).toBe(document.querySelector("[data-active]")?.id);
    key("Escape");
    expect(document.querySelector("[role=dialog]")).toBeNull();
    expect(document.activeElement).toBe(cell("Platforms"));
  });

  it("goes to the option whose name is typed", async () => {
    bar();
    await open("Platforms");
    key("t");
    key("i");
    expect(active()).toContain("TikTok");
  });

  it("keeps the order while several are chosen, and the view in the order of the catalog", async () => {
    const { last } = bar();
    await open("Platforms");
    key("End");
    key("Enter");
    expect(last()?.platforms).toEqual(["capcut", "rednote", "tiktok"]);
    expect(names()).toEqual(["RedNote", "TikTok", "CapCut"]);
    key(" ");
    expect(last()?.platforms).toEqual(["rednote", "tiktok"]);
  });

  it("chooses one alone with Shift, and does not give up the last", async () => {
    const { last, seen } = bar();
    await open("Platforms");
    key("Enter", { shiftKey: true });
    expect(last()?.platforms).toEqual(["rednote"]);
    key("Enter");
    expect(seen).toHaveLength(1);
    expect(the("[role=dialog] [role=status]", "").textContent).toBe("RedNote stays: nothing else is chosen.");
  });

  it("chooses one metric and closes", async () => {
    const { last } = bar();
    await open("Metric");
    press(options()[1] as HTMLElement);
    expect(last()).toMatchObject({ metric: "posts", topics: ["all"] });
    expect(document.querySelector("[role=dialog]")).toBeNull();
    expect(document.activeElement).toBe(cell("Metric"));
  });

  it("closes on a press elsewhere and when the focus leaves", async () => {
    bar();
    await open("Platforms");
    press(document.body);
    expect(document.querySelector("[role=dialog]")).toBeNull();
    await open("Platforms");
    press(cell("Metric"));
    await until(() => the("[role=dialog]", "Metric"));
    expect(document.querySelectorAll("[role=dialog]")).toHaveLength(1);
  });
});

describe("countries", () => {
  it("are searched in a field, by code and by what people call them", async () => {
    const { last } = bar();
    await open("Countries");
    const field = the("[role=combobox]");
    expect(document.activeElement).toBe(field);
    type(field, "uk");
    expect(names()).toEqual(["United Kingdom"]);
    key("Enter");
    expect(last()?.countries).toEqual(["US", "GB"]);
    type(field, "atlantis");
    expect(options()).toEqual([]);
    expect(document.body.textContent).toContain("Nothing is called “atlantis”.");
  });

  it("let the field have its spaces until the list is browsed", async () => {
    const { seen, last } = bar();
    await open("Countries");
    type(the("[role=combobox]"), "united");
    key(" ");
    expect(seen).toEqual([]);
    key("ArrowDown");
    key(" ");
    expect(last()?.countries).toEqual(["US", "GB"]);
  });

  it("can be added up once there are several, and then in part", async () => {
    const { last } = bar({ countries: ["US", "GB"] });
    await open("Countries");
    const check = (name: string) => the("label", name).querySelector("input") as HTMLElement;
    expect(document.body.textContent).not.toContain("also on days");
    press(check("Add them up (one line)"));
    expect(last()?.sum).toBe(true);
    press(check("also on days when some are missing"));
    expect(last()?.partial).toBe(true);
    press(check("Add them up (one line)"));
    expect(last()).toMatchObject({ sum: false, partial: false });
  });

  it("of a rank cannot be added up", async () => {
    bar({ metric: "app_store_rank", countries: ["US", "GB"] });
    await open("Countries");
    expect(document.body.textContent).not.toContain("Add them up");
  });
});

describe("sources", () => {
  it("are the usual ones until the made-up one is chosen, and then named", async () => {
    const { last } = bar();
    await open("Sources");
    const selected = () => options().filter((option) => option.getAttribute("aria-selected") === "true").length;
    expect(selected()).toBe(3);
    press(the("[role=option]", "made up to show the feature"));
    expect(last()?.sources).toEqual(["default", "model-press", "model-blog", "illustrative"]);
    press(the("[role=option]", "made up to show the feature"));
    expect(last()?.sources).toEqual([]);
    expect(selected()).toBe(3);
  });

  it("have a row for the published figures", async () => {
    const { last } = bar();
    await open("Sources");
    press(the("label", "Published figures").querySelector("input") as HTMLElement);
    expect(last()?.figures).toBe(false);
  });
});

describe("dates", () => {
  it("have presets, two fields and a calendar that say the same", async () => {
    const { last } = bar();
    await open("Dates");
    await until(() => the("[role=grid]", "January 2025"));
    expect(the("output").textContent).toBe("46 days, both ends included");
    expect(the("[role=dialog] button[aria-pressed=true]").textContent).toContain("Month around");
    expect(document.querySelectorAll("[role=grid]")).toHaveLength(2);
    expect(the("button", "Monday 13 January 2025, in the range, RedNote figure")).toBeTruthy();
    expect(the("button", "Friday 17 January 2025, in the range, Supreme Court")).toBeTruthy();
    press(the("[role=dialog] button", "Last 28 days"));
    expect(last()?.range).toEqual({ last: 28 });
    press(the("[role=dialog] button.primary", "Done"));
    expect(document.activeElement).toBe(cell("Dates"));
  });
});

describe("a narrow page", () => {
  it("has one line of words and a sheet with the same cells", async () => {
    width = 390;
    const { last } = bar();
    const opener = the("button[aria-haspopup=dialog]", "Filters");
    expect(the("section[aria-label=Filters]").textContent).toContain("Daily users · US · 1 Jan–15 Feb 2025");
    press(opener);
    const sheet = the("dialog[open]");
    expect(sheet.querySelectorAll("button[aria-haspopup=dialog]")).toHaveLength(5);
    await open("Platforms");
    press(the("[role=option]", "CapCut"));
    expect(last()?.platforms).toEqual(["capcut", "rednote", "tiktok"]);
    key("Escape");
    expect(document.querySelector("[role=dialog]")).toBeNull();
    expect(the("dialog[open]")).toBe(sheet);
    press(the("button", "Show the chart"));
    expect(document.querySelector("dialog")).toBeNull();
    expect(document.activeElement).toBe(opener);
    width = 1440;
  });
});
