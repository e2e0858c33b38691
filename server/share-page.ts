import { html, raw } from "hono/html";
import { dayOfInstant, numberOf } from "../data/model/day.ts";
import { addressIn } from "../data/model/page.ts";
import { liveAddress, type Share, type ShareState } from "../data/model/share.ts";
import type { ClientFiles } from "./pages.ts";
import { type ShareLanguage, shareWords } from "./share-words.ts";

/** A link that leads nowhere: its share has ended, or there is none. */
export type DeadLink = { state: Exclude<ShareState, "works">; share: Share } | { state: "unknown" };

interface SharePageSetting {
  language: ShareLanguage;
  theme: "light" | "dark" | undefined;
  /** Whether the view may be named: where access is private it may be what was to be ended. */
  isPublic: boolean;
  /** The built pages, for their style. */
  client?: ClientFiles | undefined;
}

/**
 * The page of a link that leads nowhere: says why, and leads on. Plain HTML that needs no script and has no style of
 * its own, as the policy wants it.
 */
export async function sharePage(link: DeadLink, { language, theme, isPublic, client }: SharePageSetting): Promise<string> {
  const words = shareWords(language);
  const { title, text } = said(link, language);
  const ways = [
    ...(link.state !== "unknown" && isPublic ? [{ to: liveAddress(link.share), text: words.live }] : []),
    { to: "/", text: words.home },
  ];
  const page = html`<!doctype html>
<html lang="${words.tag}"${theme === undefined ? "" : html` data-theme="${theme}"`}>
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${title} · RedNote Surge</title>
    ${raw(linksOf(client).join("\n    "))}
  </head>
  <body>
    <main class="wrap plain">
      <h1>${title}</h1>
      <p>${text}</p>
      <ul>
        ${ways.map((way) => html`<li><a href="${addressIn(language, way.to)}">${way.text}</a></li>`)}
      </ul>
    </main>
  </body>
</html>
`;
  return String(await page);
}

function said(link: DeadLink, language: ShareLanguage): { title: string; text: string } {
  const words = shareWords(language);
  if (link.state === "unknown") return words.unknown;
  const { expires_at, revoked_at } = link.share;
  // What ends at midnight lasted until the day before.
  const end = link.state === "revoked" ? Date.parse(revoked_at ?? "") : Date.parse(expires_at ?? "") - 1;
  const { title, text } = words[link.state];
  return { title, text: text(words.format.longDay(numberOf(dayOfInstant(end)))) };
}

/** The style and the icon of the pages, as they link to them: their files are named by their content. */
function linksOf(client: ClientFiles | undefined): string[] {
  const shell = client?.get("/index.html");
  if (shell === undefined) return [];
  return new TextDecoder().decode(shell.body).match(/<link [^>]*rel="(?:stylesheet|icon)"[^>]*>/g) ?? [];
}
