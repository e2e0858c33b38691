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
    await until(() => the("h3", "Chart"));
    press(the("dialog button[aria-label='Close the keys']"));
    await until(() => expect(dialog()).toBeNull());
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
