import { expect, it, vi } from "vitest";
import { numberOf } from "../../data/model/day.ts";
import { key, page, show, the, type } from "./page.fixture.tsx";
import { TypedDates } from "./TypedDates.tsx";

page();

const days = { from: numberOf("2025-01-01"), to: numberOf("2025-02-15") };
const field = (name: string) => the("label", name).querySelector("input") as HTMLInputElement;
const alert = () => the("[role=alert]").textContent;

function fields() {
  const onChoose = vi.fn();
  show(<TypedDates days={days} onChoose={onChoose} />);
  return onChoose;
}

it("commits a day that it can read", () => {
  const onChoose = fields();
  type(field("From"), "10 Jan");
  key("Enter");
  expect(onChoose).toHaveBeenCalledWith({ from: numberOf("2025-01-10"), to: days.to });
});

it("says what to type, and keeps the range and the text", () => {
  const onChoose = fields();
  type(field("From"), "30 Feb 2025");
  key("Enter");
  expect(onChoose).not.toHaveBeenCalled();
  expect(alert()).toBe("“30 Feb 2025” is no day from 1970 to 2199. Type 13 Jan 2025, 13/1/2025 or 2025-01-13.");
  expect(field("From").value).toBe("30 Feb 2025");
  expect(field("From").getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(field("From").getAttribute("aria-describedby") ?? "")?.textContent).toBe(alert());
});

it("waits for the other day where one alone turns the range round", () => {
  const onChoose = fields();
  type(field("From"), "1 Mar 2025");
  key("Enter");
  expect(onChoose).not.toHaveBeenCalled();
  expect(alert()).toBe("1 Mar 2025 is after 15 Feb 2025. Change one of the two.");
  type(field("to"), "5 Mar 2025");
  key("Enter");
  expect(onChoose).toHaveBeenCalledWith({ from: numberOf("2025-03-01"), to: numberOf("2025-03-05") });
});

it("refuses a range that no address can hold", () => {
  const onChoose = fields();
  type(field("From"), "1 Jan 1980");
  key("Enter");
  expect(onChoose).not.toHaveBeenCalled();
  expect(alert()).toBe("A range has at most 7,305 days.");
});

it("follows a range that is chosen elsewhere", () => {
  fields();
  type(field("From"), "nonsense");
  key("Enter");
  show(<TypedDates days={{ from: days.from, to: days.from }} onChoose={() => {}} />);
  expect(field("From").value).toBe("1 Jan 2025");
  expect(the("output").textContent).toBe("1 day");
  expect(alert()).toBe("");
});
