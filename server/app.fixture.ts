import { createHash } from "node:crypto";
import { pino } from "pino";
import { createApp } from "./app.ts";
import { readConfig } from "./config.ts";
import type { Services } from "./services.ts";
import { openSqliteStore } from "./store/sqlite/sqlite.ts";
import { event, FIGURE, origin, REFERENCE, snapshot } from "./store/store.fixture.ts";
import type { Store } from "./store/store.ts";

/** Noon of the day on which the third batch of {@link servedStore} came. */
export const NOW = Date.parse("2025-03-03T12:00:00Z");

export const SECRET = "a-token-that-nobody-keeps";

/** A store of three batches: the reference on 1 March 2025, two days on 2 March, one of them restated on 3 March. */
export function servedStore(): Store {
  const store = openSqliteStore(":memory:");
  const first = store.open({ ...origin("2025-03-01T09:00:00.000Z", "01"), channel: "reference", name: "reference" });
  const german = { ...FIGURE, id: "rf002", country: "DE", metric: "downloads_daily", metric_id: "downloads", note: 'about, "so"' };
  first.put({ ...REFERENCE, figures: [FIGURE, german], events: [event("law", "2025-01-19")] });
  first.commit();
  const second = store.open(origin("2025-03-02T09:00:00.000Z", "02"));
  second.add([snapshot("2025-01-12", 7), snapshot("2025-01-13", 34), snapshot("2025-01-13", 5, { country: "GB" })]);
  second.commit();
  const third = store.open(origin("2025-03-03T09:00:00.000Z", "03"));
  third.add([snapshot("2025-01-13", 35)]);
  third.commit();
  store.createToken({ name: "nightly", hash: createHash("sha256").update(SECRET).digest("hex"), created_at: "2025-03-01T09:00:00.000Z" });
  return store;
}

/** An app over {@link servedStore}, what it logs, and a short way to ask it. */
export function servedApp(given: Partial<Services> = {}) {
  const store = given.store ?? servedStore();
  const logged: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => logged.push(line) });
  const ingest = () => Promise.reject(new Error("not asked for"));
  const draw = () => Promise.reject(new Error("not asked for"));
  const app = createApp({ store, config: readConfig({}), log, ingest, draw, now: () => NOW, ...given });
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  return { app, store, logged, get };
}

/** Asks for the snapshots of the second and third batch. */
export const SIGNUPS = "/api/v1/series?metric=signups&platforms=rednote&countries=US,GB&from=2025-01-11&to=2025-01-13";
