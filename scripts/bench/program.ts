import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { readConfig } from "../../server/config.ts";

/** The folder of the program, wherever this file was built to. */
export const root = dirname(readConfig({}).dataFolder);

/** A plain script of the program. Not imported by name: a built copy would take the folder of the build for the program's. */
export async function plainScript<Script>(name: string): Promise<Script> {
  return (await import(pathToFileURL(join(root, "scripts", name)).href)) as Script;
}
