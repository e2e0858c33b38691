import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { command } from "../command/command.ts";
import { provideDocument } from "./document.ts";

const USAGE = `npm run gallery -- [--json]

Draws every state that a chart can be in, by name, in both themes and some in Chinese, by the page's own components, onto
one page in .cache/gallery. The tests compare the same pictures with those in scripts/gallery/golden.

  --json  print {file, pictures}
`;

export const main = command({
  usage: USAGE,
  options: {},
  run: async ({ json }) => {
    provideDocument();
    const { galleryPage } = await import("./page.tsx");
    const { html, pictures } = await galleryPage();
    const folder = resolve(".cache/gallery");
    const file = join(folder, "index.html");
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, html);
    process.stdout.write(json ? `${JSON.stringify({ file, pictures })}\n` : `${pictures} pictures: ${pathToFileURL(file)}\n`);
    return 0;
  },
});
