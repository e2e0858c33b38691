import type { ComponentProps, ReactElement } from "react";

/** A part of the page that scrolls by itself: a stop of the Tab key, so that who has no pointer can scroll it, too. */
export function Scroll(props: ComponentProps<"section">): ReactElement {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  return <section tabIndex={0} {...props} />;
}
