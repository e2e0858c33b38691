import { statSync } from "node:fs";
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Receipt } from "../data/model/snapshot.ts";
import { RouteSeconds, secondsText } from "./route-seconds.ts";
import type { Store } from "./store/store.ts";

/** Counts the answers of one route. */
export type Meter = (status: number, seconds: number) => void;

interface MetricsSetting {
  store: Pick<Store, "vintage">;
  /** Path of the database file. */
  database: string;
  /** Whether to tell of the process too: event loop, memory, garbage. Once a process. */
  ofProcess?: boolean;
}

/** What `GET /metrics` tells. */
export class Metrics {
  readonly #registry = new Registry();
  /** Answers since somebody asked, by route: handed over then, for the library takes as long to count one as half of an answer that is at hand. */
  readonly #answered: { method: string; route: string; byStatus: Map<number, number> }[] = [];
  readonly #seconds = new Map<string, RouteSeconds>();
  readonly #rows: Counter<"outcome">;
  readonly #batches: Counter<"outcome">;
  readonly #meters = new Map<string, Meter>();

  constructor({ store, database, ofProcess = false }: MetricsSetting) {
    const registers = [this.#registry];
    const requests: Counter<"method" | "route" | "status"> = new Counter({
      name: "surge_http_requests_total",
      help: "Requests that were answered.",
      labelNames: ["method", "route", "status"],
      registers,
      collect: () => {
        for (const { method, route, byStatus } of this.#answered)
          for (const [status, count] of byStatus) {
            if (count > 0) requests.inc({ method, route, status: String(status) }, count);
            byStatus.set(status, 0);
          }
      },
    });
    this.#rows = new Counter({
      name: "surge_ingest_rows_total",
      help: "Rows that were sent, by what became of them. Dry runs do not count.",
      labelNames: ["outcome"],
      registers,
    });
    this.#batches = new Counter({
      name: "surge_ingest_batches_total",
      help: "Batches that were sent, by what became of them. Dry runs do not count.",
      labelNames: ["outcome"],
      registers,
    });
    // Zero is an answer too: a rule that watches a counter must find it before the first batch.
    for (const outcome of ["inserted", "revised", "unchanged", "retracted", "rejected"]) this.#rows.inc({ outcome }, 0);
    for (const outcome of ["taken", "rejected", "failed"]) this.#batches.inc({ outcome }, 0);
    gauge(registers, "surge_vintage", "The newest vintage.", () => store.vintage());
    gauge(registers, "surge_database_bytes", "Size of the database, with its log.", () => sizeOf(database) + sizeOf(`${database}-wal`));
    if (ofProcess) {
      collectDefaultMetrics({ register: this.#registry });
      // Which Node this is would help whoever looks for its holes.
      this.#registry.removeSingleMetric("nodejs_version_info");
    }
  }

  /** The meter of a route, always the same one. */
  meter(method: string, route: string): Meter {
    const key = `${method} ${route}`;
    const known = this.#meters.get(key);
    if (known) return known;
    const byStatus = new Map<number, number>();
    this.#answered.push({ method, route, byStatus });
    const seconds = this.#seconds.get(route) ?? new RouteSeconds(route);
    this.#seconds.set(route, seconds);
    const meter: Meter = (status, took) => {
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      seconds.add(took);
    };
    this.#meters.set(key, meter);
    return meter;
  }

  /** Counts a batch by its receipt. */
  ingested({ rejected, ...receipt }: Receipt): void {
    for (const outcome of ["inserted", "revised", "unchanged", "retracted"] as const) this.#rows.inc({ outcome }, receipt[outcome]);
    this.#rows.inc({ outcome: "rejected" }, rejected);
    const written = receipt.inserted + receipt.revised + receipt.unchanged + receipt.retracted > 0;
    this.#batches.inc({ outcome: rejected > 0 && !written ? "rejected" : "taken" });
  }

  /** Counts a batch that came to nothing through no fault in its rows. */
  ingestFailed(): void {
    this.#batches.inc({ outcome: "failed" });
  }

  /** Everything, as Prometheus reads it. */
  async text(): Promise<string> {
    return `${await this.#registry.metrics()}\n${secondsText(this.#seconds.values())}`;
  }

  get contentType(): string {
    return this.#registry.contentType;
  }
}

function gauge(registers: Registry[], name: string, help: string, read: () => number): void {
  const made: Gauge = new Gauge({ name, help, registers, collect: () => made.set(read()) });
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
