import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Plugin } from "vite";

const root = resolve(import.meta.dirname, "../..");

/** A file that is imported with `?assembly` is AssemblyScript, which is made WebAssembly: the import makes instances of it. */
export const assembly: Plugin = {
  name: "assembly",
  load: {
    filter: { id: /\?assembly$/ },
    async handler(id) {
      const { default: asc } = await import("assemblyscript/asc");
      let made: Uint8Array | undefined;
      const readFile = (name: string, base: string) => {
        const file = resolve(base, name);
        if (!existsSync(file)) return null;
        this.addWatchFile(file);
        return readFileSync(file, "utf8");
      };
      const writeFile = (_name: string, contents: Uint8Array | string) => {
        if (typeof contents !== "string") made = contents;
      };
      const options = ["--outFile", "made.wasm", "-O3", "--runtime", "stub", "--noAssert", "--use", "abort="];
      const { error, stderr } = await asc.main([relative(root, id.replace(/\?.*/, "")), ...options, "--baseDir", root], {
        readFile,
        writeFile,
      });
      if (error || !made) throw new Error(`${id} does not compile: ${error?.message}\n${stderr.toString()}`);
      const bytes = `Buffer.from("${Buffer.from(made).toString("base64")}", "base64")`;
      return `let made;\nexport default () => new WebAssembly.Instance((made ??= new WebAssembly.Module(${bytes}))).exports;`;
    },
  },
};
