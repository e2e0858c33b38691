import { setImmediate } from "node:timers/promises";
import { createRoute, z } from "@hono/zod-openapi";
import { type DiffColumns, type DiffCounts, DiffPage, diffEntries, diffSeries, type EntryDiff } from "../../data/analysis/diff.ts";
import { entryId } from "../../data/analysis/entry-changes.ts";
import { bothCatalogs } from "../../data/model/both-catalogs.ts";
import { kindsOf, SOURCE_KINDS, type SourceKind } from "../../data/model/source.ts";
import { problemResponse, RequestProblem, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import type { Reference, SeriesFilter, Store } from "../store/store.ts";
import { readVintage, resolveVintage } from "../vintage.ts";
import { filterOf, isEverything, readDiffQuery } from "./diff-query.ts";
import { VintageParameter } from "./parameters.ts";
import { ViewParameters } from "./series.ts";

/** Changes that one answer holds: about half a megabyte. */
export const MOST_CHANGES = 20_000;

/** Entries of the reference that one answer holds. */
const MOST_ENTRIES = 1000;

/** How long others wait while changes are read. */
const BREATH_MS = 8;

const LISTS = ["platforms", "countries", "metrics", "topics", "sources", "figures", "events", "claims"] as const;

type List = (typeof LISTS)[number];

interface EntryChange extends EntryDiff<object> {
  list: List;
  id: string;
}

/** What `GET /api/v1/vintages/7/diff` answers. */
export interface DiffTable extends DiffCounts {
  from: number;
  to: number;
  omitted: number;
  next: string | null;
  series: (DiffColumns & { unit: string; kind: SourceKind })[];
  entries: EntryChange[];
  entries_omitted: number;
}

const count = (description: string) => z.number().int().openapi({ description });

const values = (description: string) => z.array(z.number().nullable()).openapi({ description });

const entry = (description: string) => z.record(z.string(), z.unknown()).nullable().openapi({ description });

const DiffSchema = z
  .object({
    from: count("The earlier vintage, whichever of the two the path names."),
    to: count("The later vintage."),
    added: count("Values that the later vintage alone has."),
    revised: count("Values that are others."),
    retracted: count("Values that the earlier vintage alone has."),
    omitted: count(`Values that are counted, and come after those below: an answer holds ${MOST_CHANGES}.`),
    next: z.string().nullable().openapi({ description: "Where they are; null where there are none." }),
    series: z.array(
      z.object({
        platform: z.string(),
        country: z.string(),
        metric: z.string(),
        topic: z.string(),
        source: z.string(),
        unit: z.string(),
        kind: z.enum(SOURCE_KINDS),
        dates: z.array(z.string()).openapi({ description: "The days that changed, ascending." }),
        old: values("One a date; null where the earlier vintage has none."),
        new: values("One a date; null where the later vintage has none."),
      }),
    ),
    entries: z
      .array(
        z.object({
          list: z.enum(LISTS),
          id: z.string(),
          old: entry("null where the earlier vintage has none."),
          new: entry("null where the later vintage has none."),
        }),
      )
      .openapi({
        description:
          "Entries of catalog, figures, events and claims that are others, in the first answer of a diff that leaves nothing out; otherwise empty.",
      }),
    entries_omitted: count(`Further entries: an answer holds ${MOST_ENTRIES}. The vintages in between have them.`),
  })
  .openapi("Diff") satisfies z.ZodType<DiffTable>;

/** The path names the vintage. */
const DataParameters = Object.fromEntries(Object.entries(ViewParameters.shape).filter(([name]) => name !== "vintage"));

const route = createRoute({
  method: "get",
  path: "/{vintage}/diff",
  summary: "What changed between two vintages, day by day.",
  description:
    "Everything that changed, where no parameter narrows it: the values of all series, then the entries of the reference. Each parameter narrows: `metric=signups` is all signups. With `v=1` the query is the address of a page, and has its defaults for what it leaves out.",
  request: {
    params: z.object({ vintage: VintageParameter.unwrap() }),
    query: z.object({
      ...DataParameters,
      against: z
        .string()
        .optional()
        .openapi({ description: "The other vintage, a batch number or a day; the newest where it is missing." }),
      skip: z
        .string()
        .optional()
        .openapi({ description: "How many values to leave out, from the first on; `next` says it.", default: "0" }),
    }),
  },
  responses: {
    200: { description: "The changes.", content: { "application/json": { schema: DiffSchema } } },
    400: problemResponse("There is no such vintage, a parameter is not understood, or more values were written than SURGE_POINTS."),
  },
});

export function diffRoutes({ answers, config, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const url = new URL(c.req.url);
    const ends = [
      resolveVintage(store, readVintage(c.req.valid("param").vintage), now()),
      resolveVintage(store, readVintage(url.searchParams.get("against") ?? undefined, "against"), now(), "against"),
    ];
    const from = Math.min(...ends.map(({ vintage }) => vintage));
    const to = Math.max(...ends.map(({ vintage }) => vintage));
    const catalog = bothCatalogs(store.catalog(to), store.catalog(from));
    const { query, problems } = readDiffQuery(url.searchParams, catalog);
    const skip = readSkip(url.searchParams.get("skip"));
    if (problems.length > 0)
      throw new RequestProblem("bad-address", "The address has parameters that mean nothing here.", { errors: problems });
    const make = async (): Promise<string> => {
      const filter = filterOf(query, store, [from, to]);
      const page = new DiffPage({ skip, most: MOST_CHANGES });
      if (filter !== null) await read(page, { store, filter, from, to, most: config.limits.points });
      const kindOf = kindsOf(catalog.sources);
      const units = new Map(catalog.metrics.map(({ id, unit }) => [id, unit]));
      const entries = isEverything(query) && skip === 0 ? entriesBetween(store, from, to) : [];
      const table: DiffTable = {
        from,
        to,
        ...page.counts,
        omitted: page.omitted,
        next: page.omitted === 0 ? null : nextOf(url.searchParams, from, to, skip + MOST_CHANGES),
        series: page.columns.map((columns) => ({
          ...columns,
          unit: units.get(columns.metric) ?? "",
          kind: kindOf(columns.source),
        })),
        entries: entries.slice(0, MOST_ENTRIES),
        entries_omitted: Math.max(0, entries.length - MOST_ENTRIES),
      };
      return JSON.stringify(table);
    };
    const pinned = ends.every((end) => end.pinned);
    const key = `diff ${JSON.stringify(query)} ${from} ${to} ${skip}`;
    return typed<DiffTable>(await answers.answer(c, { key, type: "application/json", pinned, make }));
  });
}

/** Reads what was written in between; a batch may be of millions, and others are answered meanwhile. */
async function read(
  page: DiffPage,
  { store, filter, from, to, most }: { store: Store; filter: SeriesFilter; from: number; to: number; most: number },
): Promise<void> {
  let [written, breath] = [0, performance.now()];
  for (const { before, after } of store.writtenDays(filter, from, to)) {
    written += Math.max(before.days.length, after.days.length);
    if (written > most) throw tooMany(from, to, most);
    for (const diff of diffSeries([before], [after])) page.take(diff);
    if (performance.now() - breath < BREATH_MS) continue;
    await setImmediate();
    breath = performance.now();
  }
}

function tooMany(from: number, to: number, most: number): RequestProblem {
  const detail = `More than ${most} values were written between vintage ${from} and ${to}; an answer is made of that many at most. Ask for fewer with \`metric\`, \`platforms\`, \`countries\`, \`topics\`, \`sources\`, \`from\` and \`to\`, or for vintages that are closer.`;
  return new RequestProblem("bad-address", detail, { errors: [{ field: "against", code: "too_many_points", detail }] });
}

function readSkip(text: string | null): number {
  if (text === null || /^\d{1,9}$/.test(text)) return Number(text ?? 0);
  const detail = `\`skip\` is \`${text.slice(0, 80)}\`. It must be a whole number of values.`;
  throw new RequestProblem("bad-address", detail, { errors: [{ field: "skip", code: "malformed", value: text.slice(0, 80), detail }] });
}

/** Names both vintages by their numbers: what comes next must not change while somebody reads. */
function nextOf(parameters: URLSearchParams, from: number, to: number, skip: number): string {
  const next = new URLSearchParams(parameters);
  next.set("against", String(to));
  next.set("skip", String(skip));
  return `/api/v1/vintages/${from}/diff?${next}`;
}

function entriesBetween(store: Store, from: number, to: number): EntryChange[] {
  const [before, after] = [referenceAt(store, from), referenceAt(store, to)];
  return LISTS.flatMap((list) =>
    diffEntries<object>(before[list], after[list], entryId).map((one) => ({ list, id: entryId(one.new ?? one.old ?? {}), ...one })),
  );
}

function referenceAt(store: Store, vintage: number): Reference {
  const { platforms, countries, metrics, topics, sources } = store.catalog(vintage);
  const told = { figures: store.figures(vintage), events: store.events(vintage), claims: store.claims(vintage) };
  return { platforms, countries, metrics, topics, sources, ...told };
}
