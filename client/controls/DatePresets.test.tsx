import { expect, it, vi } from "vitest";
import { numberOf } from "../../data/model/day.ts";
import { defaultView } from "../../data/model/view.ts";
import { DatePresets } from "./DatePresets.tsx";
import { page, press, show, the } from "./page.fixture.tsx";

page();

it("shows which range is chosen and chooses another", () => {
  const onChange = vi.fn();
  show(<DatePresets view={defaultView()} extent={{ from: 0, to: numberOf("2025-02-14") }} onChange={onChange} />);
  expect([...document.querySelectorAll("button")].map((button) => `${button.textContent} ${button.getAttribute("aria-pressed")}`)).toEqual([
    "Surge week false",
    "Month around true",
    "Since the law false",
    "All false",
  ]);
  press(the("button", "All"));
  expect(onChange).toHaveBeenCalledWith({ ...defaultView(), range: "all" });
});

it("offers nothing that needs data where there are none", () => {
  show(<DatePresets view={defaultView()} extent={null} onChange={() => {}} />);
  expect([...document.querySelectorAll("button")].map((button) => button.disabled)).toEqual([false, false, true, true]);
});
