import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { VIEW_PARAMETERS } from "../data/model/view.ts";
import { VIEW_HELP } from "../data/model/view-help.ts";
import { SETTINGS } from "../server/config.ts";

const root = resolve(import.meta.dirname, "..");
const readme = readFileSync(resolve(root, "README.md"), "utf8");
const rows = readme.split("\n").filter((line) => line.startsWith("| "));

/** The row of a table as the README writes it; an empty cell has one space. */
function row(...cells: string[]): string {
  return `| ${cells.join(" | ").replaceAll("|  |", "| |")} |`;
}

describe("the README", () => {
  it.each(SETTINGS.map((setting) => [setting.name, setting] as const))(
    "lists the setting %s with its default and help",
    (_name, setting) => {
      expect(rows).toContain(row(`\`${setting.name}\``, setting.default && `\`${setting.default}\``, setting.help));
    },
  );

  it.each(VIEW_PARAMETERS.map((parameter) => [parameter.name, parameter] as const))(
    "lists the parameter %s with its default and help",
    (_name, parameter) => {
      expect(rows).toContain(
        row(`\`${parameter.name}\``, parameter.default && `\`${parameter.default}\``, VIEW_HELP[parameter.name]?.help ?? "nothing"),
      );
    },
  );

  it("says why each dependency is there, and of none that is not", () => {
    const manifest = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as Record<string, Record<string, string>>;
    const there = [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies ?? {})];
    const section = readme.slice(readme.indexOf("## Why each dependency"), readme.indexOf("## Decisions"));
    const told = [...section.matchAll(/`((?:@[\w-]+\/)?[\w-]+)`/g)].map((match) => match[1]);
    expect(there.filter((name) => !told.includes(name))).toEqual([]);
    expect(
      section
        .split("\n")
        .filter((line) => line.startsWith("| `"))
        .flatMap((line) => [...(line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1]))
        .filter((name) => !there.includes(name ?? "")),
    ).toEqual([]);
  });

  it("names files that are there", async () => {
    const { existsSync } = await import("node:fs");
    const named = [...readme.matchAll(/`((?:data|server|client|scripts)\/[\w/.-]+\.(?:ts|tsx|md|csv))`/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !existsSync(resolve(root, file)))).toEqual([]);
  });
});
