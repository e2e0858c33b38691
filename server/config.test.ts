import { isAbsolute } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig, SETTINGS, SettingError } from "./config.ts";

describe("readConfig", () => {
  it("needs no setting", () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 8787, host: "127.0.0.1", sample: true, access: "public", origin: "", logLevel: "info" });
    expect(config.database.endsWith("data/store/surge.sqlite")).toBe(true);
    expect([config.database, config.dataFolder, config.clientFolder].every(isAbsolute)).toBe(true);
  });

  it("takes the defaults of the table", () => {
    const written = Object.fromEntries(SETTINGS.map((setting) => [setting.name, setting.default]));
    expect(readConfig(written)).toEqual(readConfig({}));
  });

  it("counts an empty variable as absent", () => {
    expect(readConfig({ PORT: "", SURGE_SAMPLE: "" })).toEqual(readConfig({}));
  });

  it("keeps an absolute database path and an origin without its slash", () => {
    const config = readConfig({ SURGE_DATABASE: "/srv/surge.sqlite", SURGE_ORIGIN: "https://surge.example/" });
    expect(config).toMatchObject({ database: "/srv/surge.sqlite", origin: "https://surge.example" });
  });

  it.each([
    ["PORT", "80a"],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "1e3"],
    ["SURGE_DATABASE", ":memory:"],
    ["SURGE_SAMPLE", "yes"],
    ["SURGE_ACCESS", "secret"],
    ["SURGE_ORIGIN", "surge.example"],
    ["SURGE_ORIGIN", "https://surge.example/dashboard"],
    ["SURGE_ORIGIN", "ftp://surge.example"],
    ["SURGE_FRAME_ANCESTORS", "news.example"],
    ["SURGE_FRAME_ANCESTORS", "https://news.example;"],
    ["SURGE_FRAME_ANCESTORS", "https://news.example none"],
    ["SURGE_PROXIES", "many"],
    ["SURGE_POINTS", "0"],
    ["SURGE_BODY_BYTES", "1e9"],
    ["SURGE_IDLE_SECONDS", "0.5"],
    ["SURGE_QUEUE", "-1"],
    ["LOG_LEVEL", "loud"],
  ])("refuses %s=%s and names both", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(SettingError);
    expect(() => readConfig({ [name]: value })).toThrow(`${name} is \`${value}\`. It must be `);
  });
});
