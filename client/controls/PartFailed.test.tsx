import { act, useState } from "react";
import { expect, it } from "vitest";
import { PartFailed } from "./PartFailed.tsx";
import { key, page, press, show, the } from "./page.fixture.tsx";

page();

function Opened() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && <PartFailed onClose={() => setOpen(false)} />}
    </>
  );
}

const told = () => document.querySelectorAll("[role=alert]").length;

it("stands until Escape or a press elsewhere, and once however often it is opened", () => {
  show(<Opened />);
  press(the("button", "Open"));
  press(the("button", "Open"));
  expect(told()).toBe(1);
  key("Escape");
  expect(told()).toBe(0);
  press(the("button", "Open"));
  expect(told()).toBe(1);
  act(() => {
    document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  });
  expect(told()).toBe(0);
});
