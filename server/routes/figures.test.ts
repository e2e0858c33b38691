import { describe, expect, it } from "vitest";
import { servedApp } from "../app.fixture.ts";

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
