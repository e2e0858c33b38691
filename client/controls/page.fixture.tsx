import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, vi } from "vitest";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

let root: Root | undefined;

/** Makes the tests of a file a page that is empty before each of them, and this wide. */
export function page(width: () => number = () => 1440): void {
  beforeEach(() => {
    globalThis.IS_REACT_ACT_ENVIRONMENT = true;
    vi.stubGlobal("matchMedia", (query: string) => {
      const least = /min-width: ([\d.]+)em/.exec(query);
      return { matches: least ? width() >= Number(least[1]) * 16 : false, addEventListener: () => {}, removeEventListener: () => {} };
    });
    const place = document.createElement("div");
    document.body.append(place);
    root = createRoot(place);
  });
  afterEach(() => {
    act(() => root?.unmount());
    document.body.replaceChildren();
    vi.unstubAllGlobals();
  });
}

/** Puts an element on the page, or others in its place. */
export function show(element: ReactNode): void {
  act(() => root?.render(element));
}

/** The one element that a selector finds whose text or label has these words. */
export function the(selector: string, words = ""): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
    `${element.getAttribute("aria-label") ?? ""} ${element.textContent}`.includes(words),
  );
  const [first] = found;
  if (first === undefined || found.length > 1)
    throw new Error(`${found.length} of ${selector} with “${words}” in ${document.body.innerHTML}`);
  return first;
}

/** Presses an element, with the pointer. */
export function press(element: HTMLElement): void {
  act(() => {
    element.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    element.focus();
    element.click();
  });
}

/** Presses a key where the focus is. */
export function key(name: string, modifiers: KeyboardEventInit = {}): void {
  act(() => {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...modifiers }),
    );
  });
}

/** Types a text into a field, in place of what it holds. */
export function type(field: HTMLElement, text: string): void {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  act(() => {
    field.focus();
    setValue?.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Waits until something can be read without a fault, for as long as an import may take. */
export async function until<Value>(read: () => Value): Promise<Value> {
  for (let turn = 0; ; turn++) {
    await act(() => new Promise((done) => setTimeout(done, 10)));
    try {
      return read();
    } catch (fault) {
      if (turn > 400) throw fault;
    }
  }
}
