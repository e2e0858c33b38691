import type { ClientFiles } from "./pages.ts";

/** What is put into the HTML of a page as it was built. */
interface Parts {
  head: string;
  /** What stands there before any script runs; `null` where it is not painted yet. */
  paint: string | null;
  /** For those who run no script. */
  text: string;
  files: PageFiles;
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
    .replace(/(?=<script type="module")|(?=<\/head>)/, () => files.code)
    .replace("</head>", () => `${files.styles}</head>`)
    .replace('<div id="app"></div>', () => `<div id="app">${paint ?? ""}</div>`)
    .replace(/<noscript>.*<\/noscript>/s, () => `<noscript>${text}</noscript>`);
}

/** Links to files that a page needs besides those that each page has. */
export interface PageFiles {
  code: string;
  styles: string;
}

/** The files that draw the chart and look after it, by what the build calls them. */
const OF_CHART = /^\/assets\/(?:GrowthPicture|shared|chart)-[\w-]+\.(?:js|css)$/;

/**
 * Links to the files of the chart: its code is on its way before the code of the page has come, and what is painted has its
 * styles. The page's own loader knows such links, and fetches nothing again.
 */
export function chartFiles(client: ClientFiles): PageFiles {
  const paths = [...client.keys()].filter((path) => OF_CHART.test(path)).toSorted();
  const links = (rel: string, kind: string) =>
    paths.filter((path) => path.endsWith(kind)).map((path) => `<link rel="${rel}" crossorigin href="${path}">`);
  return { code: links("modulepreload", ".js").join(""), styles: links("stylesheet", ".css").join("") };
}
