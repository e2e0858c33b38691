import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** Longer cells are broken into lines. */
const LONG = 60;

/** A cell: words, or words that lead somewhere. */
export type Cell = string | { text: string; to: string };

/** What a page says in rows to those who run no script. */
export interface PlainTable {
  title: string;
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Columns that hold numbers, the first after the name being 1. */
  numbers: readonly number[];
  /** Says what is left out; empty where nothing is. */
  more: string;
}

/** A table of words; the first cell of a row names it. */
export function plainTable({ title, head, rows, numbers, more }: PlainTable): HtmlEscapedString | Promise<HtmlEscapedString> {
  return html`<h2>${title}</h2>
<div class="numbers"><table><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([
      first = "",
      ...cells
    ]) => html`<tr><th scope="row">${cellOf(first)}</th>${cells.map((cell, at) => html`<td${raw(classOf(cell, numbers.includes(at + 1)))}>${cellOf(cell)}</td>`)}</tr>
`,
  )}</tbody></table></div>
${more && html`<p>${more}</p>`}`;
}

function cellOf(cell: Cell) {
  return typeof cell === "string" ? cell : html`<a href="${cell.to}" rel="noreferrer">${cell.text}</a>`;
}

function classOf(cell: Cell, isNumber: boolean): string {
  const { length } = typeof cell === "string" ? cell : cell.text;
  return isNumber ? ' class="number"' : length > LONG ? ' class="words"' : "";
}
