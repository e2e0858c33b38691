import { describe, expect, it } from "vitest";
import { servedApp } from "../app.fixture.ts";
import { FIGURE, origin } from "../store/store.fixture.ts";

const { get } = servedApp();

async function idsAt(query: string): Promise<string[]> {
  const { figures } = await (await get(`/api/v1/figures${query}`)).json();
  return figures.map((figure: { id: string }) => figure.id);
}

describe("GET /api/v1/figures", () => {
  it("answers all of them, or those of some platforms and countries", async () => {
    expect(await idsAt("")).toEqual(["rf001", "rf002"]);
    expect(await idsAt("?countries=DE,FR")).toEqual(["rf002"]);
    expect(await idsAt("?platforms=tiktok")).toEqual([]);
  });

  it("knows a metric by the catalog's name and by the publisher's", async () => {
    expect(await idsAt("?metric=downloads")).toEqual(["rf002"]);
    expect(await idsAt("?metric=downloads_daily")).toEqual(["rf002"]);
  });

  it("answers what was known on a day, and marks what has no day of publication", async () => {
    const { get, store } = servedApp();
    const batch = store.open(origin());
    const dated = (id: string, published_on: string | null, platform = "rednote") => ({ ...FIGURE, id, platform, published_on });
    batch.put({ figures: [dated("rf001", "2025-01-14"), dated("rf003", "2025-01-20"), dated("rf004", "2025-02-01", "tiktok")] });
    batch.commit();
    const known = async (query: string) => {
      const { figures, ...rest } = await (await get(`/api/v1/figures?${query}`)).json();
      return { ids: figures.map((figure: { id: string }) => figure.id), ...rest };
    };
    expect(await known("known_on=2025-01-20")).toEqual({
      vintage: 4,
      known_on: "2025-01-20",
      latest: "2025-02-01",
      ids: ["rf001", "rf003"],
      undated: [],
    });
    expect(await known("known_on=2025-01-13")).toMatchObject({ ids: [] });
    expect(await known("known_on=2025-02-01")).toMatchObject({ ids: ["rf001", "rf002", "rf003", "rf004"], undated: ["rf002"] });
    // The latest day is that of all figures, whichever are asked for.
    expect(await known("known_on=2025-01-31&platforms=rednote")).toMatchObject({ ids: ["rf001", "rf003"], latest: "2025-02-01" });
    expect(await known("")).toMatchObject({ known_on: null, ids: ["rf001", "rf002", "rf003", "rf004"], undated: ["rf002"] });
    expect(await known("known_on=2025-12-31&vintage=3")).toMatchObject({ vintage: 3, ids: ["rf001", "rf002"], latest: null });

    const rows = (await (await get("/api/v1/figures?known_on=2025-02-01&format=csv")).text()).split("\r\n");
    expect(rows[0]?.endsWith(",fixes,undated")).toBe(true);
    expect(rows.slice(1, 3).map((row) => row.split(",").at(-1))).toEqual(["false", "true"]);
    const pinned = await get("/api/v1/figures?known_on=2025-01-20&vintage=3");
    expect(pinned.headers.get("Cache-Control")).toContain("immutable");
  });

  it("answers CSV where the address or Accept asks for it", async () => {
    const byFormat = await get("/api/v1/figures?format=csv&countries=DE");
    const byAccept = await get("/api/v1/figures?countries=DE", { Accept: "text/csv" });
    const text = await byFormat.text();
    expect(text.split("\r\n")[0]).toBe(
      "id,platform,country,metric,metric_id,basis,date_from,date_to,value,unit,qualifier,estimate_kind,publisher,data_provider,url,mirror,published_on,note,fixes",
    );
    expect(text).toContain('"about, ""so"""');
    expect(await byAccept.text()).toBe(text);
    expect(byAccept.headers.get("Content-Type")).toContain("text/csv");
    expect(byAccept.headers.get("Vary")).toBe("Accept-Encoding, Accept");
  });

  it("answers JSON to a browser", async () => {
    const response = await get("/api/v1/figures", { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect(response.headers.get("Content-Type")).toBe("application/json");
  });

  it.each([
    ["known_on=yesterday", "known_on", "malformed"],
    ["known_on=2025-02-30", "known_on", "malformed"],
    ["format=xml", "format", "malformed"],
    ["countries=usa", "countries", "malformed"],
    ["platforms=Red Note", "platforms", "malformed"],
    ["metric=1&metric=2", "metric", "repeated_parameter"],
    ["country=US", "country", "unknown_parameter"],
    ["vintage=77", "vintage", "unknown_vintage"],
  ])("answers 400 to %s and names the parameter", async (query, field, code) => {
    const response = await get(`/api/v1/figures?${query}`);
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toContainEqual(expect.objectContaining({ field, code }));
  });
});
