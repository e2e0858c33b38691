/**
 * From a chart to its table, and back: whoever reads one has the other a key away. Answers `false` anywhere else.
 * A chart has `data-chart`, its table `data-table`; each can have the focus, or something inside it.
 */
export function toTable(from: Element): boolean {
  const here = from.closest("[data-chart], [data-table]");
  if (!here) return false;
  const others = [...document.querySelectorAll<HTMLElement>(here.matches("[data-chart]") ? "[data-table]" : "[data-chart]")];
  // A table stands after its chart.
  const isAfter = (other: Element) => Boolean(here.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const found = here.matches("[data-chart]") ? others.find(isAfter) : others.findLast((other) => !isAfter(other));
  // A list of buttons has its focus inside.
  const reached = found?.matches("[tabindex='0']") ? found : found?.querySelector<HTMLElement>("[tabindex='0']");
  reached?.focus();
  return Boolean(reached);
}
