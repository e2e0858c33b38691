import { act, useRef } from "react";
import { describe, expect, it } from "vitest";
import { page, show } from "../../controls/page.fixture.tsx";
import { useVisibleRows, visibleRows } from "./visible-rows.ts";

describe("the rows in sight", () => {
  it("are those of the scroller and some beyond", () => {
    const { first, end } = visibleRows(600, 50, 10_000, 500);
    expect(first).toBeLessThanOrEqual(190);
    expect(end).toBeGreaterThanOrEqual(220);
    expect(end - first).toBeLessThan(50);
  });

  it("begin with the first and end with the last", () => {
    expect(visibleRows(600, 50, 0, 500).first).toBe(0);
    expect(visibleRows(600, 50, 600 * 50 - 500, 500).end).toBe(600);
  });

  it("are never none, even where the scroller stands beyond a table that became shorter", () => {
    const { first, end } = visibleRows(90, 50, 20_000, 500);
    expect(end).toBe(90);
    expect(first).toBeLessThan(90);
  });
});

page();

function Rows() {
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end } = useVisibleRows(scroller, 300, false);
  const rows = Array.from({ length: end - first }, (_, at) => first + at);
  return (
    <div ref={scroller}>
      {rows.map((row) => (
        <li key={row}>{row}</li>
      ))}
    </div>
  );
}

it("are all of them on paper", () => {
  show(<Rows />);
  const count = () => document.querySelectorAll("li").length;
  expect(count()).toBeLessThan(100);
  act(() => {
    dispatchEvent(new Event("beforeprint"));
  });
  expect(count()).toBe(300);
  act(() => {
    dispatchEvent(new Event("afterprint"));
  });
  expect(count()).toBeLessThan(100);
});
