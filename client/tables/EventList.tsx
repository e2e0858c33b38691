import { useId } from "react";
import type { SurgeEvent } from "../../data/model/figure.ts";
import { wordsOf } from "../app/language.ts";
import styles from "./EventList.module.css";
import tables from "./tables.module.css";
import { commonYear, daysText } from "./told.ts";
import { TABLES } from "./words.ts";

/**
 * The events of a period, by day.
 *
 * @param numbers those that the marks on a narrow chart carry, by slug
 * @param place whose events they are: `United States`
 */
export function EventList({
  events,
  numbers,
  place,
}: {
  events: readonly SurgeEvent[];
  numbers?: ReadonlyMap<string, number>;
  place?: string;
}) {
  const words = wordsOf(TABLES).events;
  const id = useId();
  const rows = events.toSorted((a, b) => a.date.localeCompare(b.date) || a.rank - b.rank);
  const years = new Set(rows.map((event) => event.date.slice(0, 4)));
  const year = years.size > 1 ? null : commonYear(rows.map((event) => event.date));
  const numbered = numbers !== undefined && numbers.size > 0;
  return (
    <section className={tables.section} aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{rows.length === 0 ? words.none : words.lead(place ?? "")}</p>
      {rows.length > 0 && (
        <ol className={styles.events} data-numbered={numbered || undefined} data-years={year === null || undefined}>
          {rows.map((event) => {
            const number = numbers?.get(event.slug);
            return (
              <li key={event.slug}>
                {numbered && (
                  <span className={number === undefined ? undefined : styles.mark}>
                    {number !== undefined && (
                      <>
                        <span className="visually-hidden">{words.mark}</span>
                        {number}
                      </>
                    )}
                  </span>
                )}
                <time dateTime={event.date}>{daysText(event.date, event.until ?? event.date, year)}</time>
                <a href={event.url} target="_blank" rel="noopener" title={event.note || undefined}>
                  {event.title}
                </a>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
