import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

type Run = (exports: object, require: NodeJS.Require) => void;

/**
 * A built module as one script, with what V8 compiled of it while the build drew with it. A new thread else compiles four
 * megabytes, which takes longer than to draw; of modules Node 20 keeps nothing that was compiled.
 */
export class CompiledScript {
  readonly #file: string;
  readonly #script: Script;

  /** @param module address of the built module; its script stands beside it */
  constructor(module: string) {
    this.#file = fileOf(module);
    const kept = `${this.#file}.cache`;
    this.#script = new Script(readFileSync(this.#file, "latin1"), {
      filename: this.#file,
      ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
    });
  }

  /** A development server has modules alone: it builds them anew with each change. */
  static isThere(module: string): boolean {
    return existsSync(fileOf(module));
  }

  /** Whether V8 took what was kept. It refuses what another version of it compiled, or itself with other flags. */
  get isKept(): boolean {
    return this.#script.cachedDataRejected === false;
  }

  /** What the module exports. */
  run<Module extends object>(): Module {
    const exports = {};
    (this.#script.runInThisContext() as Run)(exports, createRequire(this.#file));
    return exports as Module;
  }

  /** Keeps what V8 compiled by now: with the functions that were called, and no others. */
  keep(): void {
    writeFileSync(`${this.#file}.cache`, this.#script.createCachedData());
  }
}

function fileOf(module: string): string {
  return fileURLToPath(module).replace(/\.js$/, ".cjs");
}
