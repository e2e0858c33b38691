import { expect, it } from "vitest";
import { decodeView } from "../../data/model/view.ts";
import { Notices } from "./Notices.tsx";
import { page, press, show, the } from "./page.fixture.tsx";

page();

const noticesOf = (address: string) => decodeView(new URLSearchParams(address)).notices;

it("says what an address asked for, with the asked-for as code", () => {
  show(<Notices notices={noticesOf("interval=fortnight")} />);
  expect(the("[role=status] li").textContent).toBe("The address asked for interval=fortnight. Showing days.");
  expect(the("code").textContent).toBe("interval=fortnight");
});

it("goes when it is dismissed and comes for another address", () => {
  show(<Notices notices={noticesOf("interval=fortnight")} />);
  press(the("button", "Dismiss"));
  expect(document.querySelector("[role=status]")).toBeNull();
  show(<Notices notices={noticesOf("interval=fortnight")} />);
  expect(document.querySelector("[role=status]")).toBeNull();
  show(<Notices notices={noticesOf("scale=cubic")} />);
  expect(the("code").textContent).toBe("scale=cubic");
});

it("takes no room where there is nothing to say", () => {
  show(<Notices notices={[]} />);
  expect(document.querySelector("[role=status]")).toBeNull();
});
