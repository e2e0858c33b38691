import { type ReactElement, useCallback, useId, useMemo, useRef, useState } from "react";
import type { Extent } from "../../../data/analysis/table.ts";
import { CHART } from "../../../data/chart/chart-words.ts";
import { cellsOn, lastKnownDay, mapModel } from "../../../data/chart/map-model.ts";
import { mapReadings } from "../../../data/chart/map-reading.ts";
import { mapSentence, rangeWith } from "../../../data/chart/map-sentence.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import { type DayNumber, dayOf, numberOf } from "../../../data/model/day.ts";
import type { SurgeEvent } from "../../../data/model/figure.ts";
import type { AllLoaded } from "../../app/all-countries.ts";
import { longDay } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { useSurges } from "../countries/surges.ts";
import frame from "../page.module.css";
import { CountryList } from "./CountryList.tsx";
import { DaySlider } from "./DaySlider.tsx";
import { laterReadings, type MapDraw, seriesToRead, useLaterMap } from "./later-map.ts";
import styles from "./Map.module.css";
import { MapChosen } from "./MapChosen.tsx";
import { MapLegend } from "./MapLegend.tsx";
import { MapPicture } from "./MapPicture.tsx";
import { MapTools } from "./MapTools.tsx";
import { MapUnder } from "./MapUnder.tsx";
import { NoValue } from "./NoValue.tsx";
import { ordered } from "./ordered.ts";
import { usePlay, useSeldom } from "./play.ts";
import { SHAPES } from "./shapes.ts";
import { mapTold } from "./told.ts";
import { MAP_PAGE } from "./words.ts";

interface Props extends Pick<PageProps, "view" | "onChange" | "onVisit"> {
  loaded: AllLoaded;
  range: Extent;
  events: readonly SurgeEvent[];
  pending: boolean;
  /** Draws what a later vintage has otherwise, where the page compares. */
  draw?: MapDraw | null;
}

/** The country that is pointed at. */
interface Hot {
  country: string;
  by: "pointer" | "keys" | "list";
}

/** How often words and list follow while days are played. */
const WORDS_MS = 250;
const NO_SERIES: never[] = [];

/** The sentence, the map, its days and the list beside it. */
export function MapBody({ view, loaded, range, events, pending, draw = null, onChange, onVisit }: Props): ReactElement {
  const words = wordsOf(MAP_PAGE);
  const { catalog, series, figures } = loaded;
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, "");
  const shapes = SHAPES.use();
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  const surges = useSurges(view.by === "value" ? NO_SERIES : series, metric);
  const laterSurges = useSurges(seriesToRead(draw, view), metric);
  const asked = view.day === "" ? null : numberOf(view.day);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else a view says changes no value; the count says when more surges are read
  const [model, after] = useMemo(() => {
    const days = asked === null ? range : rangeWith(range, asked);
    const beside = draw ? draw.modelOf(view, days, laterSurges.answerOf) : null;
    return [mapModel(view, series, catalog, { range: days, figures, answerOf: surges.answerOf, beside }), beside] as const;
  }, [
    draw,
    laterSurges.read,
    loaded,
    view.metric,
    view.platforms,
    view.topics,
    view.sources,
    view.figures,
    view.by,
    view.measure,
    view.scale,
    range,
    asked === null,
    surges.read,
  ]);
  const [held, setHeld] = useState<DayNumber | null>(null);
  const [lit, setLit] = useState<ReadonlySet<number>>(new Set());
  const [hot, setHot] = useState<Hot | null>(null);
  const day = held ?? asked ?? lastKnownDay(model);
  const newest = useRef(view);
  newest.current = view;
  const rest = useCallback(
    (next: DayNumber) => {
      setHeld(null);
      if (newest.current.day !== dayOf(next)) onChange({ ...newest.current, day: dayOf(next) }, "day");
    },
    [onChange],
  );
  const play = usePlay(model.range, day, setHeld, rest);
  const slow = useSeldom(day, held !== null, WORDS_MS);
  const readings = useMemo(() => mapReadings(model, slow, mapTold()), [model, slow]);
  const nobody = view.platforms.length === 0;
  const sentence = useMemo(
    () => (nobody ? wordsOf(CHART).noPlatform : mapSentence(model, readings, slow, catalog, mapTold())),
    [model, readings, slow, catalog, nobody],
  );
  const later = useLaterMap(draw, model, after);
  const changed = useMemo(() => laterReadings(later, slow), [later, slow]);
  const marked = useMemo(() => later?.cellsOn(day), [later, day]);
  // While days go by, rows keep their places: only what they say changes.
  const order = useRef(readings);
  if (held === null) order.current = readings;
  const tag = mapTold().words?.tag ?? "en";
  const listed = useMemo(() => {
    const now = new Map(readings.map((reading) => [reading.id, reading]));
    const rows = order.current.flatMap((reading) => now.get(reading.id) ?? []);
    return ordered(rows, { search: view.search, sort: view.sort }, tag);
  }, [readings, view.search, view.sort, tag]);
  const chosen = useMemo(() => chosenIn(view.rows, model.platform), [view.rows, model.platform]);
  const point = useCallback(
    (country: string | null, by: Hot["by"] = "list") =>
      setHot((before) => (country === (before?.country ?? null) ? before : country === null ? null : { country, by })),
    [],
  );
  const choose = useCallback(
    (country: string) => {
      const { rows, platforms } = newest.current;
      const row = `${platforms[0]}.${country}`;
      onChange({ ...newest.current, rows: rows.includes(row) ? rows.filter((one) => one !== row) : [...rows, row] }, "rows");
    },
    [onChange],
  );
  const sort = useCallback((next: string) => onChange({ ...newest.current, sort: next }, "sort"), [onChange]);
  const search = useCallback((text: string) => onChange({ ...newest.current, search: text }, "search"), [onChange]);
  const cells = cellsOn(model, day);
  const none = model.daily && (model.known[day - model.range.from] ?? 0) === 0;
  const of = model.by === "value" ? longDay(day) : wordsOf(SURGE).figures[model.by].label;
  return (
    <div data-pending={pending || undefined} className={`${frame.body} ${styles.body}`}>
      <div className={styles.lead}>
        <h1 id="map-said" className={styles.headline}>
          {surges.read < surges.of ? words.reading(surges.read, surges.of) : sentence}
        </h1>
      </div>
      <MapTools view={view} model={model} catalog={catalog} onChange={onChange} />
      <div className={styles.two}>
        <figure className={styles.picture} aria-labelledby="map-said">
          <MapPicture
            {...{ model, shapes, cells, day, of, readings, lit, chosen, id }}
            hot={hot?.country ?? null}
            pointed={hot !== null && hot.by !== "list"}
            vintage={catalog.vintage}
            {...{ later, marked }}
            describedBy="map-said"
            onHot={point}
            onChoose={choose}
          />
          {none && held === null && !nobody && (
            <NoValue view={view} model={model} day={day} onDay={rest} onChange={onChange} range={range} />
          )}
          <MapLegend model={model} cells={cells} lit={lit} later={later && { vintage: later.vintage, marked }} onLit={setLit} />
          {model.daily ? (
            <DaySlider
              {...{ model, day, events, later }}
              playing={play.playing}
              onPlay={play.start}
              onPause={() => play.stop()}
              onMove={setHeld}
              onRest={(next) => (play.playing ? play.stop(next) : rest(next))}
            />
          ) : (
            <p className={styles.anyDay}>{words.anyDay}</p>
          )}
        </figure>
        <div className={styles.side}>
          <CountryList
            readings={listed}
            steps={model.steps}
            {...{ lit, chosen, changed }}
            later={later?.name ?? ""}
            smallestFirst={model.smallestFirst}
            hot={hot?.country ?? null}
            follow={hot?.by === "keys"}
            moving={held !== null}
            sort={view.sort}
            search={view.search}
            onHot={point}
            onChoose={choose}
            onSort={sort}
            onSearch={search}
          />
          <MapChosen view={view} platform={model.platform} chosen={chosen} catalog={catalog} onChange={onChange} onVisit={onVisit} />
        </div>
      </div>
      <MapUnder view={view} model={model} day={day} loaded={loaded} onChange={onChange} />
    </div>
  );
}

/** Countries of the chosen rows of one platform. */
function chosenIn(rows: readonly string[], platform: string): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.startsWith(`${platform}.`)).map((row) => row.slice(platform.length + 1)));
}
