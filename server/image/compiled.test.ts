import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { CompiledScript } from "./compiled.ts";

const folder = mkdtempSync(join(tmpdir(), "surge-compiled-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Address of a module whose script exports how long a name of a path is, by the `require` that it gets. */
function built(name: string): string {
  const text = `(function (exports, require) {exports.${name} = (path) => require("node:path").basename(path).length;\n})`;
  writeFileSync(join(folder, `${name}.cjs`), text);
  return pathToFileURL(join(folder, `${name}.js`)).href;
}

type Module = Record<string, (path: string) => number>;

describe("a compiled script", () => {
  it("exports what its module does, and is taken as it was compiled once that was kept", () => {
    const module = built("kept");
    const first = new CompiledScript(module);
    expect(first.isKept).toBe(false);
    expect(first.run<Module>().kept?.("a/four")).toBe(4);
    first.keep();
    const second = new CompiledScript(module);
    expect(second.isKept).toBe(true);
    expect(second.run<Module>().kept?.("a/b/three")).toBe(5);
  });

  it("is compiled anew where V8 refuses what was kept", () => {
    new CompiledScript(built("other")).keep();
    const module = built("foreign");
    copyFileSync(join(folder, "other.cjs.cache"), join(folder, "foreign.cjs.cache"));
    const script = new CompiledScript(module);
    expect(script.isKept).toBe(false);
    expect(script.run<Module>().foreign?.("a/b")).toBe(1);
  });

  it("is not there where the build made none", () => {
    expect(CompiledScript.isThere(built("there"))).toBe(true);
    expect(CompiledScript.isThere(pathToFileURL(join(folder, "none.js")).href)).toBe(false);
  });
});
