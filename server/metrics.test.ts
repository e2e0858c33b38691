import { describe, expect, it } from "vitest";
import { SECRET, SIGNUPS, servedApp } from "./app.fixture.ts";
import { Metrics } from "./metrics.ts";
import type { Ingest } from "./services.ts";

const RECEIPT = {
  batch: 4,
  vintage: 4,
  rows: 7,
  inserted: 4,
  revised: 2,
  unchanged: 1,
  retracted: 0,
  rejected: 0,
  errors: [],
  replayed: false,
};

async function told(served: Pick<ReturnType<typeof servedApp>, "get">): Promise<string[]> {
  const response = await served.get("/metrics");
  expect(response.status).toBe(200);
  expect(response.headers.get("Content-Type")).toMatch(/^text\/plain; version=/);
  return (await response.text()).split("\n");
}

describe("GET /metrics", () => {
  it("counts requests by route and status, and times them by route", async () => {
    const served = servedApp();
    await served.get(SIGNUPS);
    await served.get(`${SIGNUPS}&scale=linear`);
    await served.get("/api/v1/series?metric=nothing-like-it");
    for (const path of ["/a", "/b", "/c"]) await served.get(path);
    await served.app.request("/d", { method: "BREW" });
    const lines = await told(served);
    expect(lines).toContain('surge_http_requests_total{method="GET",route="/api/v1/series",status="200"} 2');
    expect(lines).toContain('surge_http_requests_total{method="GET",route="/api/v1/series",status="400"} 1');
    expect(lines).toContain('surge_http_requests_total{method="GET",route="none",status="404"} 3');
    expect(lines).toContain('surge_http_requests_total{method="other",route="none",status="404"} 1');
    expect(lines).toContain('surge_http_request_seconds_count{route="/api/v1/series"} 3');
    expect(lines).toContain('surge_http_request_seconds_bucket{le="+Inf",route="/api/v1/series"} 3');
  });

  it("times answers by how long they took at most, as a histogram", async () => {
    const metrics = new Metrics({ store: { vintage: () => 1 }, database: "none" });
    const route = '/a/:b{"\\\\d"}';
    for (const seconds of [2 ** -13, 0.25, 0.5, 61]) metrics.meter("GET", route)(200, seconds);
    metrics.meter("HEAD", route)(200, 2 ** -9);
    const lines = (await metrics.text()).split("\n").filter((line) => line.includes("surge_http_request_seconds"));
    const told = (bound: string) =>
      lines
        .find((line) => line.includes(`{le="${bound}",`))
        ?.split(" ")
        .at(-1);
    expect(lines[1]).toBe("# TYPE surge_http_request_seconds histogram");
    expect(["0.0005", "0.001", "0.0025", "0.1", "0.25", "0.5", "60", "+Inf"].map(told)).toEqual(["1", "1", "2", "2", "3", "4", "4", "5"]);
    expect(lines.slice(-2)).toEqual([
      'surge_http_request_seconds_sum{route="/a/:b{\\"\\\\\\\\d\\"}"} 61.7520751953125',
      'surge_http_request_seconds_count{route="/a/:b{\\"\\\\\\\\d\\"}"} 5',
    ]);
  });

  it("counts rows and batches by what became of them; dry runs do not count", async () => {
    let receipt: Awaited<ReturnType<Ingest>> | Error = RECEIPT;
    const served = servedApp({
      ingest: async () => {
        if (receipt instanceof Error) throw receipt;
        return receipt;
      },
    });
    const post = (query = "") =>
      served.app.request(`/api/v1/snapshots${query}`, {
        method: "POST",
        headers: { Authorization: `Bearer ${SECRET}`, "Content-Type": "text/csv" },
        body: "date\n",
      });
    await post();
    await post("?dry_run=true");
    receipt = { ...RECEIPT, batch: null, inserted: 0, revised: 0, unchanged: 0, rejected: 3 };
    await post();
    receipt = new Error("the disk is gone");
    await post();
    const lines = (await told(served)).filter((line) => line.startsWith("surge_ingest"));
    expect(lines).toEqual([
      'surge_ingest_rows_total{outcome="inserted"} 4',
      'surge_ingest_rows_total{outcome="revised"} 2',
      'surge_ingest_rows_total{outcome="unchanged"} 1',
      'surge_ingest_rows_total{outcome="retracted"} 0',
      'surge_ingest_rows_total{outcome="rejected"} 3',
      'surge_ingest_batches_total{outcome="taken"} 1',
      'surge_ingest_batches_total{outcome="rejected"} 1',
      'surge_ingest_batches_total{outcome="failed"} 1',
    ]);
  });

  it("tells the newest vintage, the database and the process, and not which Node it is", async () => {
    const metrics = new Metrics({ store: { vintage: () => 7 }, database: import.meta.filename, ofProcess: true });
    const text = await metrics.text();
    expect(text).toContain("\nsurge_vintage 7\n");
    expect(text).toMatch(/\nsurge_database_bytes [1-9]\d{2,}\n/);
    for (const name of ["nodejs_eventloop_lag_p99_seconds", "process_resident_memory_bytes", "nodejs_heap_size_used_bytes"])
      expect(text).toMatch(new RegExp(`\\n${name} [\\d.]+`));
    expect(text).not.toContain(process.version);
    expect(text).not.toContain("version_info");
  });
});
