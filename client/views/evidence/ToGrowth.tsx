import type { ReactElement } from "react";
import { growthOf } from "../../../data/chart/figure-growth.ts";
import type { Figure } from "../../../data/model/figure.ts";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { following } from "../../app/follow.ts";
import { toldHere } from "./told.ts";

/** How the page leads to the growth chart of a figure. */
export interface GrowthLink {
  view: View;
  onVisit: (page: "growth", view: View) => void;
}

/** Where the growth chart points a figure out, in words; without an address where it has no place there. */
export function growthText(figure: Figure, view: View): { href: string | null; text: string } {
  const { words } = toldHere();
  const found = growthOf(figure, view);
  return found.view ? { href: pathOf("growth", found.view), text: words.growth } : { href: null, text: words.noGrowth[found.why] };
}

/** Shows the growth chart with a figure pointed out. */
export function visitGrowth(figure: Figure, { view, onVisit }: GrowthLink): void {
  const found = growthOf(figure, view);
  if (!found.view) return;
  onVisit("growth", found.view);
  scrollTo(0, 0);
}

/** The link, or why there is none. */
export function ToGrowth({ figure, growth, short }: { figure: Figure; growth: GrowthLink; short?: string }): ReactElement {
  const { href, text } = growthText(figure, growth.view);
  if (href === null)
    return short === undefined ? (
      <span className="muted" data-rows={figure.id}>
        {text}
      </span>
    ) : (
      <span title={text}>–</span>
    );
  return (
    <a
      href={href}
      aria-label={short === undefined ? undefined : `${short}: ${text}`}
      onClick={following(() => visitGrowth(figure, growth))}
    >
      {short ?? text}
    </a>
  );
}
