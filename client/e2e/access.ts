import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, ImpactValue } from "axe-core";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What keeps somebody out. */
export const SERIOUS = { impacts: ["serious", "critical"] } satisfies Looked;

/** Where axe looks, and for what; else on the whole page, and for anything. */
interface Looked {
  part?: string;
  impacts?: ImpactValue[];
}

/** What axe finds on a page: each rule with the elements that break it. */
export async function faultsOfAccess(page: Page, { part = "html", impacts }: Looked = {}): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy refuses strangers.
  await page.evaluate(axe);
  const results = await page.evaluate(
    (selector) => (globalThis as unknown as { axe: { run: (part: string) => Promise<AxeResults> } }).axe.run(selector),
    part,
  );
  return results.violations
    .filter(({ impact }) => !impacts || impacts.includes(impact ?? null))
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join("; ")}`);
}

/** By how much a page is wider than its window, and what sticks out. */
export async function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    // What stands in a part that scrolls by itself makes no page wider.
    const clips = (element: Element | null): boolean =>
      element !== null && element !== document.body && (getComputedStyle(element).overflowX !== "visible" || clips(element.parentElement));
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5 && !clips(element.parentElement),
    );
    return [`${scrollWidth - clientWidth} px too wide`, ...wide.slice(-3).map((element) => element.outerHTML.slice(0, 120))];
  });
}
