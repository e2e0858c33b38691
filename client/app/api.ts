import { hc, type InferResponseType } from "hono/client";
import { dailySeries } from "../../data/analysis/daily.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import { knownView } from "../../data/model/known-view.ts";
import type { Problem } from "../../data/model/problem.ts";
import type { DailySeries } from "../../data/model/series.ts";
import { SHARE_HEADER, SHARE_PARAMETER, SHARE_SLUG } from "../../data/model/share.ts";
import { dataView, encodeView, type Notice, type View, type Vintage } from "../../data/model/view.ts";
import type { App } from "../../server/app.ts";
import { manner, wordsOf } from "./language.ts";
import { PROBLEMS } from "./problem-words.ts";
import { dropToken, heldToken, noteRefusal } from "./token.ts";

/** What a page needs to draw a view over any range and in any interval. */
export interface Loaded {
  /** The view that was asked for, without what the catalog lacks. */
  view: View;
  catalog: Catalog;
  series: DailySeries[];
  figures: Figure[];
  events: SurgeEvent[];
  /** The newest vintage that there is, where an older one was asked for; else the one that was read. */
  newest: number;
  notices: Notice[];
}

/** The server's answer was a problem (RFC 9457), or none came. */
export class ApiError extends Error {
  readonly problems: readonly Problem[];
  /** Whether it takes a token, or another one, to read this. */
  readonly isLocked: boolean;

  constructor(message: string, problems: readonly Problem[] = [], isLocked = false) {
    super(message);
    this.problems = problems;
    this.isLocked = isLocked;
  }
}

/** The server, typed: what a page asks for itself it asks through this. */
export const api = hc<App>("/", { headers: () => tokenHeader() }).api.v1;
type Table = InferResponseType<typeof api.series.$get, 200>;
type Figures = Extract<InferResponseType<typeof api.figures.$get, 200>, { figures: unknown }>;
type Events = InferResponseType<typeof api.events.$get, 200>;
type Vintages = InferResponseType<typeof api.vintages.$get, 200>;

/** Catalog, all days of the view's series, figures and events: asked for at once, read at one vintage. */
export async function loadData(view: View, signal: AbortSignal, attempts = 3): Promise<Loaded> {
  const init = { init: { signal } };
  const vintage = vintageQuery(view.vintage);
  const figuresOf = ({ platforms, countries }: View) => ({ platforms: platforms.join(","), countries: countries.join(","), ...vintage });
  const [catalogAnswer, seriesAnswer, figuresAnswer, eventsAnswer, vintagesAnswer] = await Promise.allSettled([
    read<Catalog>(api.catalog.$get({ query: vintage }, init)),
    read<Table>(api.series.$get({ query: seriesQuery(view) }, init)),
    read<Figures>(api.figures.$get({ query: figuresOf(view) }, init)),
    read<Events>(api.events.$get({ query: vintage }, init)),
    view.vintage === "newest" ? null : read<Vintages>(api.vintages.$get({ query: {} }, init)),
  ]);
  if (catalogAnswer.status === "rejected") {
    const late = unknownVintage(catalogAnswer.reason);
    if (!late || view.vintage === "newest") throw catalogAnswer.reason;
    const loaded = await loadData({ ...view, vintage: "newest" }, signal);
    return { ...loaded, notices: [{ ...late, detail: wordsOf(PROBLEMS).newest(late) }, ...loaded.notices] };
  }
  const catalog = catalogAnswer.value;
  const known = knownView(view, catalog);
  const again = known.notices.length > 0;
  const series = again ? await read<Table>(api.series.$get({ query: seriesQuery(known.view) }, init)) : settled(seriesAnswer);
  const figures = again ? await read<Figures>(api.figures.$get({ query: figuresOf(known.view) }, init)) : settled(figuresAnswer);
  const toldEvents = settled(eventsAnswer);
  // A batch came in between: what one answer names another may not know.
  if (view.vintage === "newest" && attempts > 1 && [series, figures, toldEvents].some(({ vintage }) => vintage !== catalog.vintage))
    return loadData(view, signal, attempts - 1);
  const { events } = toldEvents;
  return {
    view: known.view,
    catalog: manner()?.named(catalog) ?? catalog,
    series: dailySeries(series),
    figures: figures.figures,
    events: manner()?.told(events) ?? events,
    newest: settled(vintagesAnswer)?.vintage ?? catalog.vintage,
    notices: known.notices,
  };
}

/** What a query says of a vintage: nothing of the newest. */
export function vintageQuery(vintage: Vintage): Record<string, string> {
  return vintage === "newest" ? {} : { vintage: String(vintage) };
}

/** The query that asks for all days of a view. */
export function seriesQuery(view: View): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(encodeView(dataView(view))));
}

/** What a request carries of the reader's token, or else of the share that led here: where access is private it admits. */
export function tokenHeader(): Record<string, string> {
  const { text } = heldToken();
  if (text !== "") return { Authorization: `Bearer ${text}` };
  const share = new URLSearchParams(location.search).get(SHARE_PARAMETER) ?? "";
  // A header takes no other letters.
  return SHARE_SLUG.test(share) ? { [SHARE_HEADER]: share } : {};
}

/**
 * The body of an answer. Throws an ApiError where it is a problem, or none came; where a token is missing or refused,
 * notes that, too. To be called as the request is made: it remembers which token went with it.
 */
export async function read<Body>(answer: Promise<{ ok: boolean; status: number; json: () => Promise<unknown> }>): Promise<Body> {
  const { text } = heldToken();
  const response = await answer.catch((error: unknown) => {
    // Browsers word this each in their own way, and none says more.
    throw error instanceof TypeError ? new ApiError(wordsOf(PROBLEMS).noAnswer) : error;
  });
  const body = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as Body;
  const problem = (body ?? {}) as { type?: string; detail?: string; errors?: Problem[] };
  const words = wordsOf(PROBLEMS);
  const said = response.ok ? words.brokenOff : words.answered(response.status, typeOf(problem.type), problem.detail ?? "");
  const isLocked = /:(token|scope)-needed$/.test(problem.type ?? "");
  if (isLocked) noteRefusal(text, said);
  if (isLocked && response.status === 401) dropToken(text);
  throw new ApiError(said, problem.errors, isLocked);
}

/** The end of a problem's type. @example typeOf("urn:rednote-surge:problem:not-found") // "not-found" */
export function typeOf(type = ""): string {
  return type.slice(type.lastIndexOf(":") + 1);
}

function settled<Value>(result: PromiseSettledResult<Value>): Value {
  if (result.status === "rejected") throw result.reason;
  return result.value;
}

function unknownVintage(error: unknown): Problem | undefined {
  return error instanceof ApiError ? error.problems.find((problem) => problem.field === "vintage") : undefined;
}
