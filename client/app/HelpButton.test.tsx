import { describe, expect, it } from "vitest";
import { key, page, press, show, the, until } from "../controls/page.fixture.tsx";
import { HelpButton } from "./HelpButton.tsx";
import { switchSingleKeys } from "./shortcut.ts";

page();

const button = () => the("button", "?");
const dialog = () => document.querySelector("dialog");

describe("the keys of a page", () => {
  it("are told on ?, those of the page that is shown and no others", async () => {
    show(<HelpButton page="data" />);
    key("?");
    await until(() => the("h2", "Keys of this page"));
    expect([...document.querySelectorAll("h3")].map((head) => head.textContent)).toEqual(["Everywhere", "Calendar of days"]);
  });

  it("are told by the button, too, and put away again", async () => {
    show(<HelpButton page="growth" />);
    press(button());
    await until(() => the("h3", "Filters"));
    press(the("dialog button[aria-label='Close the keys']"));
    await until(() => expect(dialog()).toBeNull());
  });

  it("are those alone that have something to work on", async () => {
    const told = async (keys: string[]) => {
      key("?");
      await until(() => the("h2", "Keys of this page"));
      const groups = [...document.querySelectorAll("h3")].map((head) => head.textContent);
      const found = keys.filter((one) => [...document.querySelectorAll("kbd")].some((kbd) => kbd.textContent === one));
      const single = the("dialog label").textContent;
      press(the("dialog button[aria-label='Close the keys']"));
      await until(() => expect(dialog()).toBeNull());
      return { groups, found, single };
    };
    show(<HelpButton page="shares" />);
    expect(await told(["?", "S", "T"])).toEqual({
      groups: ["Everywhere"],
      found: ["?"],
      single: expect.stringContaining("(?)"),
    });
    show(
      <>
        <HelpButton page="growth" />
        <button type="button" aria-keyshortcuts="S">
          Share
        </button>
        <div data-chart="growth" />
        <div data-table />
      </>,
    );
    expect(await told(["S", "T", "B"])).toEqual({
      groups: ["Everywhere", "Filters", "Chart", "Strip of days under the chart"],
      found: ["S", "T"],
      single: expect.stringContaining("(?, S, T)"),
    });
  });

  it("do nothing where a person writes, or has switched them off", async () => {
    show(
      <>
        <input type="search" aria-label="Search" />
        <HelpButton page="method" />
      </>,
    );
    the("input").focus();
    key("?");
    expect(dialog()).toBeNull();
    the("input").blur();
    switchSingleKeys(false);
    key("?");
    expect(dialog()).toBeNull();
    switchSingleKeys(true);
    key("?");
    await until(() => the("h2", "Keys of this page"));
  });

  it("lead from a chart to its table, and back", () => {
    show(
      <>
        <HelpButton page="growth" />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: as charts are */}
        <div data-chart="growth" tabIndex={0} />
        <div data-table>
          <button type="button" tabIndex={0}>
            Row
          </button>
        </div>
      </>,
    );
    const chart = the("[data-chart]");
    chart.focus();
    key("t");
    expect(document.activeElement?.textContent).toBe("Row");
    key("t");
    expect(document.activeElement).toBe(chart);
  });
});
