import { describe, expect, it } from "vitest";
import { SECRET, servedApp, servedStore } from "../app.fixture.ts";
import { origin, snapshot } from "../store/store.fixture.ts";

const WITH_TOKEN = { Authorization: `Bearer ${SECRET}` };

describe("GET /api/v1/batches/:batch/rejected", () => {
  it("hands out what was left out of a batch, to those who may send", async () => {
    const store = servedStore();
    const batch = store.open(origin("2025-03-05T12:00:00.000Z"));
    batch.add([snapshot("2025-02-20", 77)]);
    batch.reject([
      {
        line: 3,
        row: "2025-01-14,rednote,UK,signups,6",
        problems: [{ line: 3, field: "country", code: "unknown_country", detail: "There is no country UK.", hint: "GB" }],
      },
    ]);
    const number = batch.commit().batch;
    const { app } = servedApp({ store });
    const ask = (path: string, headers: Record<string, string> = WITH_TOKEN) =>
      app.request(`/api/v1/batches/${path}/rejected`, { headers });
    const response = await ask(`${number}`);
    expect([response.status, response.headers.get("Content-Type"), response.headers.get("Cache-Control")]).toEqual([
      200,
      "text/csv; charset=utf-8",
      "private, no-store",
    ]);
    expect(await response.text()).toBe(
      'line,field,code,detail,hint,row\r\n3,country,unknown_country,There is no country UK.,GB,"2025-01-14,rednote,UK,signups,6"\r\n',
    );
    expect(await (await ask("1")).text()).toBe("line,field,code,detail,hint,row\r\n");
    expect([(await ask("99")).status, (await ask("x")).status, (await ask("1", {})).status]).toEqual([404, 400, 401]);
  });
});
