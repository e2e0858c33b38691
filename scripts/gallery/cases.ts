import { resolve } from "node:path";
import { manner } from "../../client/app/language.ts";
import { speech } from "../../client/charts/speech.ts";
import { measuredPicture } from "../../client/views/growth/measured.ts";
import { surgePicture } from "../../client/views/growth/surge-picture.ts";
import { surgeOf } from "../../data/analysis/surge.ts";
import { cutOf } from "../../data/chart/cut.ts";
import { chartModel } from "../../data/chart/model.ts";
import { multiplesOf } from "../../data/chart/multiples.ts";
import { isReshaped } from "../../data/chart/reshaped.ts";
import { dayOf, numberOf } from "../../data/model/day.ts";
import type { Snapshot } from "../../data/model/snapshot.ts";
import { decodeView, sourcesOf } from "../../data/model/view.ts";
import { loadReference } from "../../server/reference.ts";
import { openSqliteStore } from "../../server/store/sqlite/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import type { Picture } from "./draw.tsx";

/** A state that a chart can be in, as an address and a width. */
export interface Case {
  name: string;
  query: string;
  width: number;
  /** English where none is named. */
  language?: "zh";
}

const WIDE = 1376;
const PHONE = 358;
const MANY = ["US", "GB", "DE", "FR", "CA", "AU", "BR", "IN", "JP", "MX", "IT", "ES", "NL", "SE", "PL", "PT", "IE", "NZ", "SG", "MY"];
/** Countries whose names are long in English. */
const LONG = ["GS", "VC", "BA", "CD"];

/** Each state once; the ones that look different on a phone, twice. */
export const CASES: readonly Case[] = [
  { name: "default", query: "", width: WIDE },
  { name: "default on a phone", query: "", width: PHONE },
  { name: "surge week", query: "from=2025-01-10&to=2025-01-24", width: WIDE },
  { name: "weeks, some incomplete", query: "interval=week", width: WIDE },
  { name: "months", query: "interval=month&range=all", width: WIDE },
  { name: "linear panels", query: "scale=linear", width: WIDE },
  { name: "overlay", query: "layout=overlay", width: WIDE },
  { name: "overlay, linear, on a phone", query: "layout=overlay&scale=linear", width: PHONE },
  { name: "made up, five countries", query: "sources=illustrative&countries=US,GB,DE,FR,CA&range=all", width: WIDE },
  { name: "made up, five countries, on a phone", query: "sources=illustrative&countries=US,GB,DE,FR,CA&range=all", width: PHONE },
  { name: "a sum of countries", query: "sources=illustrative&countries=US,GB&range=all&interval=week&sum=countries", width: WIDE },
  {
    name: "twenty series",
    query: `platforms=rednote&sources=gallery&metric=signups&countries=${MANY.join(",")}&range=all`,
    width: WIDE,
  },
  {
    name: "figures without a line",
    query: "metric=app_store_rank&platforms=rednote&countries=US,FR&from=2025-01-10&to=2025-01-25",
    width: WIDE,
  },
  { name: "downloads with gaps", query: "metric=downloads&platforms=rednote&countries=US,DE&from=2025-01-10&to=2025-01-31", width: WIDE },
  {
    name: "observed, with gaps and zero, linear",
    query: "metric=posts&platforms=rednote&sources=gallery&scale=linear&from=2025-01-01&to=2025-01-20",
    width: WIDE,
  },
  {
    name: "observed, zero has no place on a logarithmic scale",
    query: "metric=posts&platforms=rednote&sources=gallery&from=2025-01-01&to=2025-01-20",
    width: WIDE,
  },
  { name: "one point", query: "metric=comments&platforms=rednote&sources=gallery&from=2025-01-01&to=2025-01-20", width: WIDE },
  { name: "one day", query: "from=2025-01-13&to=2025-01-13", width: WIDE },
  { name: "nothing to draw", query: "metric=session_minutes&countries=NO", width: WIDE },
  { name: "surge, made up", query: "surge=on&sources=illustrative", width: WIDE },
  { name: "surge, made up, on a phone", query: "surge=on&sources=illustrative&platforms=rednote", width: PHONE },
  { name: "surge, too early, without a band", query: "surge=on&platforms=rednote", width: WIDE },
  { name: "surge, five countries", query: "surge=on&sources=illustrative&platforms=rednote&countries=US,GB,DE,FR,CA", width: WIDE },
  {
    name: "surge, observed, after the onset",
    query: "surge=on&sources=gallery&platforms=rednote&metric=likes&from=2025-02-10&to=2025-03-15",
    width: WIDE,
  },
  { name: "surge, steep trend refuses the band", query: "surge=on&sources=gallery&platforms=rednote&metric=shares&range=all", width: WIDE },
  { name: "surge, none", query: "surge=on&sources=illustrative&platforms=tiktok", width: WIDE },
  {
    name: "surge, a sum, linear",
    query: "surge=on&sources=illustrative&countries=US,GB&platforms=rednote&sum=countries&scale=linear",
    width: WIDE,
  },
  { name: "small multiples, one country", query: "layout=countries", width: WIDE },
  {
    name: "small multiples, five countries, surge",
    query: "layout=countries&surge=on&sources=illustrative&countries=US,GB,DE,FR,CA",
    width: WIDE,
  },
  {
    name: "small multiples, twenty countries",
    query: `layout=countries&platforms=rednote&sources=gallery&metric=signups&countries=${MANY.join(",")}&range=all`,
    width: WIDE,
  },
  { name: "small multiples on a phone", query: "layout=countries&countries=US,GB,NO&sources=model-press,illustrative", width: PHONE },
  {
    name: "small multiples, weeks, linear, a country without data",
    query: "layout=countries&countries=US,NO&interval=week&scale=linear",
    width: WIDE,
  },
  { name: "index of each line", query: "measure=index", width: WIDE },
  { name: "index on a chosen day, on a phone", query: "measure=index&base=2025-01-13", width: PHONE },
  { name: "index without a base", query: "measure=index&base=2024-01-01&sources=model-blog&platforms=rednote", width: WIDE },
  { name: "for 100,000 people", query: "measure=per100k&sources=illustrative&countries=US,GB,DE,FR&figures=off", width: WIDE },
  { name: "for 100,000 people, on a phone", query: "measure=per100k&sources=illustrative&countries=US,GB", width: PHONE },
  { name: "change from the day before", query: "measure=daychange", width: WIDE },
  { name: "change from the week before, on a phone", query: "measure=weekchange&sources=illustrative&countries=US,GB", width: PHONE },
  {
    name: "change from the week before, by week",
    query: "measure=weekchange&interval=week&scale=linear&sources=illustrative&range=all",
    width: WIDE,
  },
  {
    name: "change with gaps and zero",
    query: "measure=daychange&metric=posts&platforms=rednote&sources=gallery&to=2025-01-20",
    width: WIDE,
  },
  { name: "from own onset", query: "align=onset&platforms=rednote&sources=illustrative&countries=US,GB,DE,FR", width: WIDE },
  { name: "from an event, on a phone", query: "align=scotus-ruling", width: PHONE },
  { name: "compared with a second period", query: "compare=2024-12-01&sources=illustrative&figures=off", width: WIDE },
  {
    name: "compared with a second period, by week, on a phone",
    query: "compare=2025-02-19&interval=week&sources=illustrative&platforms=rednote",
    width: PHONE,
  },
  {
    name: "compared as an index",
    query: "compare=2024-12-04&measure=index&sources=illustrative&platforms=rednote&to=2025-01-31",
    width: WIDE,
  },
  { name: "index by country", query: "measure=index&layout=countries&sources=illustrative&countries=US,GB,DE,FR,CA,AU", width: WIDE },
  { name: "three years", query: "from=2024-01-01&to=2026-12-31", width: WIDE },
  { name: "one series", query: "platforms=rednote&sources=model-press", width: WIDE },
  { name: "nothing but zero, linear", query: "metric=likes&platforms=lemon8&sources=gallery&scale=linear", width: WIDE },
  { name: "nothing but zero has no place on a logarithmic scale", query: "metric=likes&platforms=lemon8&sources=gallery", width: WIDE },
  { name: "huge", query: "metric=posts&platforms=lemon8&sources=gallery", width: WIDE },
  { name: "huge, linear, on a phone", query: "metric=posts&platforms=lemon8&sources=gallery&scale=linear", width: PHONE },
  { name: "no platform chosen", query: "platforms=", width: WIDE },
  { name: "long names", query: `metric=comments&platforms=lemon8&sources=gallery&countries=${LONG.join(",")}`, width: WIDE },
  {
    name: "long names, laid over each other, on a phone",
    query: `metric=comments&platforms=lemon8,rednote&sources=gallery&layout=overlay&countries=${LONG.join(",")}`,
    width: PHONE,
  },
  { name: "default in Chinese", query: "", width: WIDE, language: "zh" },
  { name: "default in Chinese, on a phone", query: "", width: PHONE, language: "zh" },
  { name: "weeks in Chinese, linear", query: "interval=week&scale=linear&range=all", width: WIDE, language: "zh" },
  {
    name: "twenty series in Chinese",
    query: `platforms=rednote&sources=gallery&metric=signups&countries=${MANY.join(",")}&range=all`,
    width: WIDE,
    language: "zh",
  },
  { name: "surge in Chinese", query: "surge=on&sources=illustrative", width: WIDE, language: "zh" },
  { name: "change in Chinese", query: "measure=weekchange&sources=illustrative&countries=US,GB", width: WIDE, language: "zh" },
  { name: "huge in Chinese", query: "metric=posts&platforms=lemon8&sources=gallery", width: WIDE, language: "zh" },
  {
    name: "long names in Chinese, on a phone",
    query: `metric=comments&platforms=lemon8&sources=gallery&countries=${LONG.join(",")}`,
    width: PHONE,
    language: "zh",
  },
  { name: "nothing to draw in Chinese", query: "metric=session_minutes&countries=NO", width: WIDE, language: "zh" },
];

/** What ships, and beside it a few snapshots in states that what ships is not in. */
export async function galleryStore(): Promise<Store> {
  const store = openSqliteStore(":memory:");
  const received = "2026-11-22T12:00:00.000Z";
  await loadReference(store, {
    dataFolder: resolve("data"),
    sample: true,
    now: () => new Date(received),
  });
  const batch = store.open({ channel: "file", name: "gallery", content_hash: "gallery", received_at: received });
  const source = {
    id: "gallery",
    name: "A desk with quite a long name",
    kind: "observed",
    publisher: "Gallery",
    url: "",
    licence: "",
    method: "Counted for the gallery.",
    day_zone: "",
  } as const;
  batch.put({ sources: [source] });
  batch.add([...gaps(), ...countries(), ...surges(), ...extremes()]);
  batch.commit();
  return store;
}

/** The picture of a case, as the page makes it. */
export function pictureOf({ query }: Case, store: Store): Picture {
  const { view, notices } = decodeView(new URLSearchParams(query));
  if (notices.length > 0) throw new Error(`${query}: ${notices[0]?.detail}`);
  const stored = store.catalog();
  const catalog = manner()?.named(stored) ?? stored;
  const series = store.series({ ...view, sources: sourcesOf(view, catalog) });
  const loaded = {
    view,
    catalog,
    series,
    figures: store.figures(),
    events: manner()?.told(store.events()) ?? store.events(),
    notices,
    newest: catalog.vintage,
  };
  const cut = cutOf(view, loaded);
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  const surge = view.surge && metric ? surgePicture(cut, loaded, (one) => surgeOf(one, metric)) : undefined;
  const input = { ...loaded, ...cut, beside: surge?.beside, ...speech() };
  const measured = isReshaped(view) ? measuredPicture(input, () => {}) : undefined;
  const model = measured?.model ?? chartModel(input);
  const multiples = view.layout === "countries" ? multiplesOf(model, catalog, surge?.beside) : null;
  return { model, table: model.reshaped?.table ?? cut.table, extra: measured?.extra ?? surge?.extra, layer: surge?.layer ?? [], multiples };
}

function gaps(): Snapshot[] {
  const of = { platform: "rednote", country: "US", topic: "all", source: "gallery" };
  const posts = [0, 120, 130, null, null, 90, 0, 400, null, 2_500_000, 3_000_000, null, 1_000_000];
  return [
    ...posts.flatMap((value, index) =>
      value === null ? [] : [{ ...of, metric: "posts", date: dayOf(numberOf("2025-01-03") + index), value }],
    ),
    { ...of, metric: "comments", date: "2025-01-10", value: 12_345 },
  ];
}

/** All zero, huge, and in countries with long names. */
function extremes(): Snapshot[] {
  const of = { platform: "lemon8", topic: "all", source: "gallery" };
  return Array.from({ length: 30 }, (_, day) => dayOf(numberOf("2025-01-05") + day)).flatMap((date, day) => [
    { ...of, country: "US", metric: "likes", date, value: 0 },
    { ...of, country: "US", metric: "posts", date, value: Math.round(2e11 + 7.5e11 * Math.sin((day / 29) * Math.PI)) },
    ...LONG.map((country, at) => ({
      ...of,
      country,
      metric: "comments",
      date,
      value: 4000 * (at + 1) + 150 * day * (at % 2 === 0 ? 1 : -1),
    })),
  ]);
}

function countries(): Snapshot[] {
  return MANY.flatMap((country, at) =>
    Array.from({ length: 40 }, (_, day) => ({
      platform: "rednote",
      country,
      metric: "signups",
      topic: "all",
      source: "gallery",
      date: dayOf(numberOf("2025-01-01") + day),
      value: 1000 * (20 - at) + day * (at % 5) * 40 + (day === 13 ? 9000 : 0),
    })),
  );
}

/** Two surges that somebody counted: one from a level, one out of a steep trend. */
function surges(): Snapshot[] {
  const of = { platform: "rednote", country: "US", topic: "all", source: "gallery" };
  const rise = (day: number) => (day < 30 ? 0 : day <= 34 ? (day - 29) / 5 : 0.1 + 0.9 * 2 ** (-(day - 34) / 7));
  return Array.from({ length: 90 }, (_, day) => day).flatMap((day) => {
    const date = dayOf(numberOf("2025-01-01") + day);
    const weekday = 1 + 0.1 * Math.sin((2 * Math.PI * day) / 7);
    return [
      { ...of, metric: "likes", date, value: Math.round((20_000 + 150_000 * rise(day)) * weekday) },
      { ...of, metric: "shares", date, value: Math.round((2_000 * 1.02 ** day + 40_000 * rise(day)) * weekday) },
    ];
  });
}
