import tokens from "../../client/styles/tokens.css?raw";
import { CASES, galleryStore, pictureOf } from "./cases.ts";
import { drawSvg } from "./draw.tsx";
import { drawMap, MAP_CASES } from "./draw-map.tsx";
import { inLanguage } from "./in-language.ts";
import { drawState, STATES } from "./states.tsx";

const STYLE = `
body { margin: 0; font: 14px/1.4 var(--font-sans); background: var(--surface-page); color: var(--text-1); }
main { padding: 24px; }
h2 { margin: 40px 0 4px; font-size: 16px; font-weight: 600; }
code { color: var(--text-3); font-size: 12px; overflow-wrap: anywhere; }
.themes { display: flex; flex-wrap: wrap; gap: 16px; margin-top: 8px; }
.themes > * { padding: 12px; overflow-x: auto; background: var(--surface-page); color: var(--text-1); border: 1px solid var(--line-1); }
svg { display: block; font-family: var(--font-sans); font-variant-numeric: tabular-nums; overflow: visible; }
`;

/** All pictures on one page, each in both themes. */
export async function galleryPage(): Promise<{ html: string; pictures: number }> {
  const store = await galleryStore();
  try {
    const shown = [
      ...CASES.map((one) => {
        const svg = inLanguage(one.language ?? "en", () => drawSvg(pictureOf(one, store), one.width));
        return { name: one.name, of: one.query, lang: one.language, svg };
      }),
      ...MAP_CASES.map((one) => ({ name: one.name, of: one.query, lang: undefined, svg: drawMap(one, store) })),
      ...Object.keys(STATES).flatMap((name) =>
        (["en", "zh"] as const).map((lang) => ({ name, of: lang, lang, svg: inLanguage(lang, () => drawState(name, store)) })),
      ),
    ];
    const parts = shown.map(({ name, of, lang, svg }, index) => {
      const themes = (["light", "dark"] as const).map(
        // Ids of hatches and clips are one picture's own.
        (theme) => `<div data-theme="${theme}" lang="${lang === "zh" ? "zh-Hans" : "en"}">${own(svg, `${index}${theme}`)}</div>`,
      );
      return `<section><h2>${name}</h2><code>${of.replaceAll("&", "&amp;")}</code><div class="themes">${themes.join("")}</div></section>`;
    });
    const style = `${tokens.replaceAll(/:root\[data-theme/g, "[data-theme")}${STYLE}`;
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title><style>${style}</style><main><h1>Every state of a chart</h1>${parts.join("\n")}</main></html>\n`;
    return { html, pictures: shown.length };
  } finally {
    store.close();
  }
}

function own(svg: string, name: string): string {
  return svg.replaceAll(/(\sid="|url\(#|href="#)([^")]+)/g, (_, before: string, id: string) => `${before}${name}-${id}`);
}
