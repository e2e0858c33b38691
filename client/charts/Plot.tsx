import type { ComponentProps, ReactElement, ReactNode } from "react";
import { CHART } from "../../data/chart/chart-words.ts";
import { wordsOf } from "../app/language.ts";

interface Props extends ComponentProps<"div"> {
  /** What is read, for who hears it. */
  said: ReactNode;
}

/** The field of a chart that is read with the pointer, by touch and with the arrow keys. */
export function Plot({ said, children, ...field }: Props): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure with keys of its own; no element of HTML is one
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the chart
    <div tabIndex={0} role="group" aria-roledescription={wordsOf(CHART).chart} {...field}>
      {children}
      <div role="status" className="visually-hidden">
        {said}
      </div>
    </div>
  );
}
