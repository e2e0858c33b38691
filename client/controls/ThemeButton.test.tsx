import { afterEach, expect, it, vi } from "vitest";
import { page, press, show, the } from "./page.fixture.tsx";
import { ThemeButton } from "./ThemeButton.tsx";

page();
afterEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/");
  delete document.documentElement.dataset.theme;
});

const shown = () => document.documentElement.dataset.theme;

it("goes from the system's theme to light, dark and round again, and remembers", () => {
  show(<ThemeButton />);
  const seen = [];
  for (let turn = 0; turn < 3; turn++) {
    press(the("button", "Theme:"));
    seen.push([shown(), localStorage.getItem("theme"), the("button").getAttribute("aria-label")]);
  }
  expect(seen).toEqual([
    ["light", "light", "Theme: light"],
    ["dark", "dark", "Theme: dark"],
    [undefined, null, "Theme: as the system"],
  ]);
});

it("starts with what this browser remembers", () => {
  localStorage.setItem("theme", "dark");
  show(<ThemeButton />);
  expect(shown()).toBe("dark");
});

it("lets the address win, and does not remember it", () => {
  localStorage.setItem("theme", "dark");
  history.replaceState(null, "", "/?theme=light");
  show(<ThemeButton />);
  expect([shown(), localStorage.getItem("theme")]).toEqual(["light", "dark"]);
});

it("works where the browser forbids to remember", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("denied", "SecurityError");
    },
    setItem: () => {
      throw new DOMException("denied", "SecurityError");
    },
    clear: () => {},
  });
  show(<ThemeButton />);
  press(the("button", "Theme:"));
  expect(shown()).toBe("light");
});
