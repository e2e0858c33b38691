import { type KeyboardEvent, type PointerEvent, type ReactElement, useState } from "react";
import type { MapModel } from "../../../data/chart/map-model.ts";
import { type MapReading, mapReading } from "../../../data/chart/map-reading.ts";
import type { DayNumber } from "../../../data/model/day.ts";
import type { SourceKind } from "../../../data/model/source.ts";
import { wordsOf } from "../../app/language.ts";
import { HEADER } from "../../app/words.ts";
import { useWidth } from "../growth/width.ts";
import type { LaterMap } from "./later-map.ts";
import styles from "./Map.module.css";
import { DOCKED, MapTip } from "./MapTip.tsx";
import { PROPORTION, type Shapes } from "./shapes.ts";
import { mapTold } from "./told.ts";
import { WorldMap } from "./WorldMap.tsx";
import { isDirection, neighbour } from "./walk.ts";
import { MAP_PAGE, type MapPageWords } from "./words.ts";

interface Props {
  model: MapModel;
  shapes: Shapes | "failed" | undefined;
  cells: Int8Array;
  day: DayNumber;
  /** What the readings are of, in words: a day, or a figure of the surge. */
  of: string;
  /** In the order of the list. */
  readings: readonly MapReading[];
  lit: ReadonlySet<number>;
  chosen: ReadonlySet<string>;
  hot: string | null;
  /** Whether it is pointed at on the map: what the list shows need not stand on a small page twice. */
  pointed: boolean;
  id: string;
  vintage: number;
  later?: LaterMap | null;
  /** The countries that are other in it on the day. */
  marked?: ReadonlyMap<string, number> | undefined;
  describedBy: string;
  /** The country under the pointer or the keys; and how it got there. */
  onHot: (country: string | null, by?: "pointer" | "keys") => void;
  onChoose: (country: string) => void;
}

/** The map as a person uses it: read with the pointer, by touch and with the arrow keys. */
export function MapPicture(props: Props): ReactElement {
  const { model, shapes, cells, day, readings, lit, chosen, hot, id, onHot } = props;
  const words = wordsOf(MAP_PAGE);
  const [measured, width] = useWidth<HTMLDivElement>();
  const [said, setSaid] = useState("");
  const here = shapes && shapes !== "failed" ? shapes : null;
  const countryAt = (target: EventTarget): string | null => {
    const index = target instanceof Element ? target.getAttribute("data-index") : null;
    return index === null ? null : (model.countries[Number(index)]?.id ?? null);
  };
  const onPointer = (pointer: PointerEvent) => {
    if (pointer.pointerType === "touch" && pointer.type === "pointermove") return;
    onHot(countryAt(pointer.target), "pointer");
  };
  const walkTo = (country: string | undefined) => {
    if (country === undefined) return;
    onHot(country, "keys");
    const index = model.countries.findIndex((one) => one.id === country);
    const reading = readings.find((one) => one.id === country) ?? mapReading(model, index, day, mapTold());
    const now = props.later && props.marked?.has(country) ? props.later.readingOf(country, day) : null;
    setSaid(spoken(reading, props.of, ranked(readings), words, now && `${props.later?.name}: ${now.full || words.noValue}`));
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.target !== key.currentTarget) return;
    const order = readings.map((reading) => reading.id);
    const at = hot === null ? -1 : order.indexOf(hot);
    if (key.key === "Escape") return onHot(null);
    if ((key.key === "Enter" || key.key === " ") && hot !== null) props.onChoose(hot);
    else if (key.key === "PageDown") walkTo(order[Math.min(order.length - 1, at + 1)]);
    else if (key.key === "PageUp") walkTo(order[Math.max(0, at - 1)]);
    else if (key.key === "Home") walkTo(order[0]);
    else if (key.key === "End") walkTo(readings.findLast(({ rank }) => rank > 0)?.id ?? order.at(-1));
    else if (isDirection(key.key) && here)
      // The first press begins where the list does: at the first country that has a place.
      walkTo(
        hot === null || !here.countries[hot] ? order.find((country) => here.countries[country]) : neighbour(here.countries, hot, key.key),
      );
    else return;
    key.preventDefault();
  };
  const hotIndex = hot === null ? -1 : model.countries.findIndex((country) => country.id === hot);
  const reading = hotIndex < 0 ? null : { ...mapReading(model, hotIndex, day, mapTold()), rank: rankOf(readings, hot) };
  const place = hot === null || !here ? undefined : here.countries[hot];
  const now = hot !== null && props.later && props.marked?.has(hot) ? props.later.readingOf(hot, day) : null;
  const scale = here ? width / here.width : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a figure with keys of its own; no element of HTML is one
    <div
      ref={measured}
      className={styles.map}
      style={{ aspectRatio: String(1 / PROPORTION) }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the map
      tabIndex={0}
      role="group"
      aria-roledescription={wordsOf(HEADER).page.map}
      data-chart="map"
      aria-label={`${words.map}. ${words.mapKeys}`}
      aria-describedby={props.describedBy}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={(pointer) => pointer.pointerType !== "touch" && onHot(null)}
      onClick={(click) => {
        const country = countryAt(click.target);
        if (country !== null) props.onChoose(country);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => onHot(null)}
    >
      {here && width > 0 && (
        <WorldMap
          {...{ shapes: here, countries: model.countries, cells, steps: model.steps, lit, chosen, hot, width, id }}
          changed={props.marked}
        />
      )}
      {shapes === "failed" && <p role="alert">{words.shapesFailed}</p>}
      {reading && (props.pointed || width >= DOCKED) && (
        <MapTip
          reading={reading}
          of={props.of}
          ranked={ranked(readings)}
          vintage={props.vintage}
          later={now && { name: props.later?.name ?? "", reading: now }}
          steps={model.steps}
          at={place ? { x: place.x * scale, y: place.y * scale } : null}
          width={width}
        />
      )}
      <div role="status" className="visually-hidden">
        {hot === null ? "" : said}
      </div>
    </div>
  );
}

function ranked(readings: readonly MapReading[]): number {
  return readings.filter(({ rank }) => rank > 0).length;
}

function rankOf(readings: readonly MapReading[], country: string | null): number {
  return readings.find(({ id }) => id === country)?.rank ?? 0;
}

function spoken(
  { name, full, note, kind, rank }: MapReading,
  of: string,
  count: number,
  words: MapPageWords,
  later: string | null,
): string {
  const made = kind !== null && kind in words.kind ? words.kind[kind as SourceKind] : "";
  const value = full === "" ? words.noValue : full;
  return [name, of, value, made, later ?? "", rank > 0 ? words.rank(rank, count) : "", note].filter((part) => part !== "").join(". ");
}
