import type { EntryDiff } from "../../../data/analysis/diff.ts";
import type { EntryList } from "../../../data/analysis/entry-changes.ts";
import { CHART } from "../../../data/chart/chart-words.ts";
import { quantityTitle } from "../../../data/chart/evidence-input.ts";
import { figureDays, figureSayers, figureValue } from "../../../data/chart/figure-text.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { QUANTITY } from "../../../data/chart/quantity-words.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { dayNumber } from "../../../data/model/day.ts";
import type { Claim, Figure, SurgeEvent } from "../../../data/model/figure.ts";
import { dayWithYear, fullNumber } from "../../app/format.ts";
import { manner, wordsOf } from "../../app/language.ts";
import { toldHere } from "../evidence/told.ts";
import { CHANGES } from "./words.ts";

/** A field of an entry that is another, as both vintages have it; of an entry that is new or gone one row. */
export interface FieldSaid {
  field: string;
  old: string;
  new: string;
}

/**
 * What an entry is called.
 *
 * @example entrySaid("figures", figure, names) // "Daily active users, RedNote, United States, 14 Jan 2025, Similarweb, via Reuters"
 */
export function entrySaid(list: EntryList, entry: object, names: Catalog): string {
  const { comma } = wordsOf(CHART);
  const told = toldHere();
  if (list === "figures") {
    const figure = entry as Figure;
    const title = quantityTitle(figure, [figure.platform], { catalog: names, quantities: wordsOf(QUANTITY), told });
    return [title, figureDays(figure, told), figureSayers(figure, told)].join(comma);
  }
  if (list === "events") {
    const event = entry as SurgeEvent;
    return [dayText(event.date), titleOf(event)].join(comma);
  }
  if (list === "claims") return claimOf(entry as Claim);
  return nameOf(names[list], (entry as { id: string }).id);
}

/** The fields of a changed entry that differ. A number is said as it was published, with its qualifier. */
export function fieldsSaid(list: EntryList, { old, new: now }: EntryDiff<object>, names: Catalog): FieldSaid[] {
  const words = wordsOf(CHANGES);
  if (old === null) return [{ field: words.isNew, old: words.none, new: briefOf(list, now ?? {}, names) }];
  if (now === null) return [{ field: words.gone, old: briefOf(list, old, names), new: words.none }];
  const [was, is] = [shownFields(list, old), shownFields(list, now)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return fields
    .map((field) => ({ field: words.fields[field] ?? field, old: was[field] ?? words.none, new: is[field] ?? words.none }))
    .filter((one) => one.old !== one.new);
}

function briefOf(list: EntryList, entry: object, names: Catalog): string {
  if (list === "figures") return figureValue(entry as Figure, toldHere());
  if (list === "events") return titleOf(entry as SurgeEvent);
  if (list === "claims") return claimOf(entry as Claim);
  return nameOf(names[list], (entry as { id: string }).id);
}

function shownFields(list: EntryList, entry: object): Record<string, string> {
  const texts = Object.fromEntries(Object.entries(entry).map(([field, value]) => [field, valueText(value)]));
  if (list === "figures") {
    const { qualifier: _, ...others } = texts;
    return { ...others, value: figureValue(entry as Figure, toldHere()) };
  }
  return texts;
}

function valueText(value: unknown): string {
  const words = wordsOf(CHANGES);
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return words.none;
  if (typeof value === "number") return fullNumber(value);
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.map(valueText).join(wordsOf(CHART).comma);
  return dayText(String(value));
}

function dayText(text: string): string {
  const day = dayNumber(text);
  return day === undefined ? text : dayWithYear(day);
}

function titleOf(event: SurgeEvent): string {
  return manner()?.told([event])[0]?.title ?? event.title;
}

function claimOf(claim: Claim): string {
  const { claims } = toldHere();
  return claims.sentence(claims.told(claim).claim);
}
