import { type ReactElement, useState } from "react";
import { nameOf } from "../../../data/chart/names.ts";
import type { ColorName } from "../../../data/chart/palette.ts";
import { QUANTITY, quantityName } from "../../../data/chart/quantity-words.ts";
import { type Figure, providerOf } from "../../../data/model/figure.ts";
import type { View } from "../../../data/model/view.ts";
import { fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { later } from "../../app/later.ts";
import { Cell } from "../../controls/Cell.tsx";
import { LaterPopover } from "../../controls/LaterPopover.tsx";
import type { EvidenceLoaded } from "./load.ts";
import { choicesOf, withChoice } from "./options.ts";
import { toldHere } from "./told.ts";
import { EVIDENCE_PAGE, type EvidenceFilter } from "./words.ts";

const LIST = later(() => import("../../controls/Listbox.tsx"));
const FILTERS: readonly EvidenceFilter[] = ["platforms", "countries", "quantities", "providers"];
/** The first choice of each list: no filter at all. */
const ALL = "";
/** Names that a cell has room for. */
const NAMED = 2;

interface Props {
  view: View;
  loaded: EvidenceLoaded;
  /** Those that were known. */
  figures: readonly Figure[];
  colors: ReadonlyMap<string, ColorName>;
  onChange: (view: View) => void;
}

/** The cells of the filter bar on this page. An empty list is everything. */
export function Filters({ view, loaded, figures, colors, onChange }: Props): ReactElement {
  const words = wordsOf(EVIDENCE_PAGE);
  const [open, setOpen] = useState<EvidenceFilter | null>(null);
  return (
    <>
      {FILTERS.map((filter) => {
        const choices = choicesOf(filter, figures, view, (id, figure) => choiceName(filter, id, figure, loaded));
        const chosen = view[filter];
        const ids = choices.map(({ id }) => id);
        return (
          <Cell
            key={filter}
            label={words.filter[filter]}
            value={filterText(filter, view, loaded)}
            wide={false}
            open={open === filter}
            onOpen={(now) => setOpen(now ? filter : null)}
          >
            {(close) => (
              <LaterPopover part={LIST} label={words.filter[filter]} onClose={close}>
                {({ Listbox }) => (
                  <Listbox
                    label={words.filter[filter]}
                    options={[
                      { id: ALL, name: words.all[filter], group: 0 },
                      ...choices.map(({ id, name, count }) => ({
                        id,
                        name,
                        group: 1,
                        detail: words.figures(fullNumber(count), count === 1),
                        faint: count === 0,
                        ...(filter === "platforms" ? { color: colors.get(id) ?? null } : {}),
                      })),
                    ]}
                    chosen={chosen.length === 0 ? [ALL] : chosen}
                    onChoose={(id) => onChange({ ...view, [filter]: id === ALL ? [] : withChoice(chosen, id, ids) })}
                    onOnly={(id) => onChange({ ...view, [filter]: id === ALL ? [] : [id] })}
                  />
                )}
              </LaterPopover>
            )}
          </Cell>
        );
      })}
    </>
  );
}

/** What a filter lets pass, in a few words. */
export function filterText(filter: EvidenceFilter, view: View, loaded: EvidenceLoaded): string {
  const words = wordsOf(EVIDENCE_PAGE);
  const chosen = view[filter];
  if (chosen.length === 0) return words.all[filter];
  const names = chosen.slice(0, NAMED).map((id) =>
    choiceName(
      filter,
      id,
      loaded.figures.find((figure) => providerOf(figure).id === id),
      loaded,
    ),
  );
  const shown = names.join(", ");
  return chosen.length > NAMED ? words.more(shown, fullNumber(chosen.length - NAMED)) : shown;
}

function choiceName(filter: EvidenceFilter, id: string, figure: Figure | undefined, { catalog }: EvidenceLoaded): string {
  switch (filter) {
    case "platforms":
      return nameOf(catalog.platforms, id);
    case "countries":
      return nameOf(catalog.countries, id);
    case "quantities":
      return quantityName(id, wordsOf(QUANTITY));
    case "providers":
      return figure ? (providerOf(figure).name ?? toldHere().words.unnamed) : id;
  }
}
