import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize, resolve } from "node:path";
import { parseSync } from "vite";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** Files of the repository, and new ones that git does not ignore. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));

interface Import {
  /** The file that imports. */
  from: string;
  /** As written. */
  specifier: string;
  /** The file that it means, from the root; `undefined` for a package. */
  to: string | undefined;
  typeOnly: boolean;
}

interface Source {
  file: string;
  text: string;
  imports: Import[];
  exportsDefault: boolean;
  /** Whether it does nothing but pass on the names of others. */
  barrel: boolean;
}

const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith(".d.ts")).map(readSource);
const imports = sources.flatMap((source) => source.imports);

function readSource(file: string): Source {
  const text = readFileSync(join(root, file), "utf8");
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const found = new Map<string, boolean>();
  const add = (specifier: string, typeOnly: boolean) => found.set(specifier, typeOnly && (found.get(specifier) ?? true));
  for (const { moduleRequest, entries } of module.staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries) if (moduleRequest) add(moduleRequest.value, isType);
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    if (/^["'`]/.test(written)) add(written.slice(1, -1), false);
  }
  // The type of `import()` is no import to the parser.
  for (const [, specifier] of text.matchAll(/\bimport\("([^"]+)"\)/g)) if (specifier && !found.has(specifier)) add(specifier, true);
  const passesOn = (type: string) => type === "ExportAllDeclaration" || type === "ExportNamedDeclaration";
  return {
    file,
    text,
    imports: [...found].map(([specifier, typeOnly]) => ({ from: file, specifier, to: target(file, specifier), typeOnly })),
    exportsDefault: module.staticExports.some(({ entries }) => entries.some(({ exportName }) => exportName.kind === "Default")),
    barrel: program.body.length > 0 && program.body.every((node) => passesOn(node.type) && "source" in node && node.source !== null),
  };
}

function target(from: string, specifier: string): string | undefined {
  // AssemblyScript names no endings.
  const ending = from.startsWith("server/ingest/assembly/") ? ".ts" : "";
  if (specifier.startsWith(".")) return normalize(join(dirname(from), specifier.replace(/\?.*$/, "") + ending));
  return specifier.startsWith("/") ? specifier : undefined;
}

const folder = (file: string) => file.split("/")[0] ?? "";
const isTest = (file: string) => /\.(test|journey|contract|fixture)\.tsx?$/.test(file) || file.startsWith("client/e2e/");
const said = (one: Import) => `${one.from} imports ${one.specifier}`;

/** What stands in a file, with its line, for a rule that forbids a text. */
function places(pattern: RegExp, among: (file: string) => boolean): string[] {
  return files
    .filter((file) => among(file) && file !== "scripts/architecture.test.ts" && !/\.(png|ico|woff2)$/.test(file))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 100)}`] : [])),
    );
}

describe("the layout", () => {
  it("has exactly the designed entries at the top", () => {
    const designed = ["client", "data", "server", "scripts", "package.json", "package-lock.json", "vite.config.ts", "tsconfig.json"];
    const top = new Set(files.map(folder).filter((entry) => !entry.startsWith(".") && entry !== "README.md" && entry !== "LICENSE"));
    expect([...top].sort()).toEqual(designed.sort());
  });

  it("names files and folders by what they are", () => {
    const vague = /^(utils?|helpers?|misc|common|shared|lib|index)(\.|$)/;
    const named = files.filter((file) => file !== "client/index.html" && file.split("/").some((part) => vague.test(part)));
    expect(named).toEqual([]);
  });

  it("has no file of code over 400 lines", () => {
    const long = files.filter(
      (file) => /\.(ts|tsx|mjs|css)$/.test(file) && readFileSync(join(root, file), "utf8").split("\n").length > 401,
    );
    expect(long).toEqual([]);
  });
});

describe("who may import whom", () => {
  it("finds imports at all", () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.some((one) => one.from === "server/app.ts" && one.to === "server/problem.ts")).toBe(true);
  });

  it("every import names a file that is there, by its extension", () => {
    const missing = imports.filter(({ to }) => to !== undefined && !existsSync(join(root, to)));
    expect(missing.map(said)).toEqual([]);
  });

  it("data imports itself, date-fns and the schema library only", () => {
    const allowed = new Set(["date-fns", "@date-fns/utc/date/mini", "zod/mini"]);
    const foreign = imports.filter(({ from, to, specifier }) => {
      if (folder(from) !== "data") return false;
      if (to !== undefined) return folder(to) !== "data";
      return !allowed.has(specifier) && !isTest(from);
    });
    expect(foreign.map(said)).toEqual([]);
  });

  it("client imports data and itself; of the server one type, in one place", () => {
    const foreign = imports.filter(
      ({ from, to, typeOnly }) =>
        folder(from) === "client" &&
        to !== undefined &&
        !["client", "data"].includes(folder(to)) &&
        !(from === "client/app/api.ts" && to === "server/app.ts" && typeOnly),
    );
    expect(foreign.map(said)).toEqual([]);
    const types = imports.filter(({ from, to }) => folder(from) === "client" && to !== undefined && folder(to) === "server");
    expect(types.length).toBeLessThanOrEqual(1);
  });

  it("what runs in a browser imports nothing of Node", () => {
    const foreign = imports.filter(({ from, specifier }) => folder(from) === "client" && !isTest(from) && specifier.startsWith("node:"));
    expect(foreign.map(said)).toEqual([]);
  });

  it("server imports data and itself", () => {
    const foreign = imports.filter(
      ({ from, to }) => folder(from) === "server" && to !== undefined && !["server", "data"].includes(folder(to)),
    );
    expect(foreign.map(said)).toEqual([]);
  });

  it("nothing imports scripts", () => {
    const foreign = imports.filter(({ from, to }) => folder(from) !== "scripts" && to !== undefined && folder(to) === "scripts");
    expect(foreign.map(said)).toEqual([]);
  });

  it("goes round in no circle", () => {
    const targets = new Map(sources.map(({ file, imports: made }) => [file, made.flatMap(({ to }) => (to === undefined ? [] : [to]))]));
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" -> "));
      if (done.has(file) || path.includes(file)) return;
      for (const to of targets.get(file) ?? []) visit(to, [...path, file]);
      done.add(file);
    };
    for (const { file } of sources) visit(file, []);
    expect(circles).toEqual([]);
  });

  it("has no barrel file and no default export outside configuration", () => {
    expect(sources.filter(({ barrel }) => barrel).map(({ file }) => file)).toEqual([]);
    expect(
      sources.filter(({ file, exportsDefault }) => exportsDefault && !basename(file).includes(".config.")).map(({ file }) => file),
    ).toEqual([]);
  });
});

describe("what no file says", () => {
  it("reads the environment in server/config.ts and the bootstrap only", () => {
    const reads = places(
      /\bprocess\.env\b/,
      (file) => /\.(ts|tsx|mjs)$/.test(file) && file !== "server/config.ts" && !/^scripts\/[\w-]+\.mjs$/.test(file) && !isTest(file),
    );
    expect(reads).toEqual([]);
  });

  it("names no package registry", () => {
    expect(
      places(/registry\.npmjs|npmmirror|yarnpkg|jfrog|artifactory|nexus\b|"resolved": "/i, (file) => !/\.(csv|md)$/.test(file)),
    ).toEqual([]);
    expect(places(/registry\.npmjs|npmmirror|jfrog|artifactory/i, () => true)).toEqual([]);
  });

  it("locks the packages of every platform, so that `npm ci` works on each", () => {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
      packages: Record<string, { optionalDependencies?: Record<string, string> }>;
    };
    const missing = Object.values(packages)
      .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
      .filter((name) => packages[`node_modules/${name}`] === undefined);
    expect(missing).toEqual([]);
  });

  it("names no path of somebody's machine", () => {
    expect(places(/(?:^|["'`\s=(:])\/(?:work|root|home|Users)\/\w/, (file) => !file.endsWith(".csv"))).toEqual([]);
  });

  it("leaves no test out and no promise behind", () => {
    const code = (file: string) => /\.(ts|tsx|mjs|css)$/.test(file);
    expect(places(/\b(?:it|test|describe|suite)\.(?:skip|only|todo|fails)\b|\bxit\(|\bfit\(/, code)).toEqual([]);
    expect(places(/\b(?:TODO|FIXME|HACK|XXX)\b/, code)).toEqual([]);
    expect(places(/@ts-(?:ignore|nocheck|expect-error)|\bas any\b|biome-ignore-all/, code)).toEqual([]);
  });
});
