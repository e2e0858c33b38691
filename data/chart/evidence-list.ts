import { numberOf } from "../model/day.ts";
import type { EvidenceInput } from "./evidence-input.ts";
import type { EvidencePage } from "./evidence-page.ts";
import { growthOf } from "./figure-growth.ts";
import { figureSaid, readingSaid } from "./figure-said.ts";
import { providerName } from "./figure-text.ts";
import { nameOf } from "./names.ts";
import { quantityName } from "./quantity-words.ts";
import { type Statement, statement } from "./statement.ts";

/** A statement of the Evidence page, and where on the page it stands. */
export interface Listed {
  /** `headline`, `lead`, `known`, `slider`, `chart`, `row`, `bracket`, `dot`, `reading`, `table`, `claims` or `claim`. */
  place: string;
  said: Statement;
}

/**
 * Everything that the Evidence page says of figures and claims, in the order of the page: what stands there at once,
 * the readings of its dots, and what its table opens.
 *
 * @param page made of the same input
 */
export function listed(page: EvidencePage, input: EvidenceInput): Listed[] {
  const { told, figures } = input;
  const list: Listed[] = [];
  const add = (place: string, ...said: (Statement | null)[]) => {
    for (const one of said) if (one) list.push({ place, said: one });
  };
  add("headline", page.headline);
  add("lead", ...page.lead, page.hidden);
  for (const stop of page.stops)
    add(
      "slider",
      statement(
        told.format.longDay(numberOf(stop)),
        figures.filter(({ published_on }) => published_on === stop),
      ),
    );
  add("known", ...page.known);
  for (const { chart, title, summary, brackets, dots } of page.charts) {
    add("chart", title, ...summary);
    for (const row of chart.rows) {
      const own = row.dots.flatMap((dot) => dot.figures);
      add("row", statement(providerName(row.provider, told), own), statement(nameOf(input.catalog.platforms, row.platform), own));
    }
    add("bracket", ...brackets.map(({ said }) => said));
    for (const { dot, value, days, pages } of dots.values()) {
      add("dot", value, days, pages);
      add("reading", ...readingSaid(dot, (figure) => quantityName(figure.metric, input.quantities), told));
    }
  }
  add("claims", page.findings);
  for (const { text, finding, meaning, note, figures: behind } of page.claims.flatMap((group) => group.claims)) {
    add("claim", text, finding, meaning, note);
    for (const { said, title } of behind)
      add("claim", said.value, title, said.days, said.who, said.published, noGrowthSaid(said.figure, told));
  }
  for (const { chart } of page.charts)
    for (const figure of chart.figures) {
      const said = figureSaid(figure, page.model.conflicts, told);
      add("table", said.value, said.days, said.who, said.publishedBrief, said.torn, said.how, ...said.conflicts, said.note);
    }
  return list;
}

/** Why the growth chart has no place for a figure; `null` where it has. */
function noGrowthSaid(figure: EvidenceInput["figures"][number], { words }: EvidenceInput["told"]): Statement | null {
  const { why } = growthOf(figure, { vintage: "newest" });
  return why === undefined ? null : statement(words.noGrowth[why], [figure]);
}
