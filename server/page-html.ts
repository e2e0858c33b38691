import type { ClientFiles } from "./pages.ts";

/** What is put into the HTML of a page as it was built. */
interface Parts {
  head: string;
  /** What stands there before any script runs; `null` where it is not painted yet. */
  paint: string | null;
  /** For those who run no script. */
  text: string;
  /** Links to files that the page needs. */
  files: string;
  /** BCP 47. */
  tag: string;
  theme: "light" | "dark" | undefined;
}

/** The built page with what its view shows. */
export function pageHtml(shell: string, { head, paint, text, files, tag, theme }: Parts): string {
  return shell
    .replace('<html lang="en"', () => `<html lang="${tag}"${theme === undefined ? "" : ` data-theme="${theme}"`}`)
    .replace(/\s*<meta name="description"[^>]*>/, "")
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace("</head>", () => `${files}</head>`)
    .replace('<div id="app"></div>', () => `<div id="app">${paint ?? ""}</div>`)
    .replace(/<noscript>.*<\/noscript>/s, () => `<noscript>${text}</noscript>`);
}

/** The files that draw the chart and look after it, by what the build calls them. */
const OF_CHART = /^\/assets\/(?:GrowthPicture|shared|chart)-[\w-]+\.(js|css)$/;

/**
 * Links to the files of the chart, so that its code is on its way before the code of the page has run, and what is painted has
 * its styles. The page's own loader knows such links, and fetches nothing again.
 */
export function chartLinks(client: ClientFiles): string {
  return [...client.keys()]
    .toSorted()
    .map((path) => ({ path, kind: OF_CHART.exec(path)?.[1] }))
    .map(({ path, kind }) => {
      if (kind === "js") return `<link rel="modulepreload" crossorigin href="${path}">`;
      return kind === "css" ? `<link rel="stylesheet" crossorigin href="${path}">` : "";
    })
    .join("");
}
