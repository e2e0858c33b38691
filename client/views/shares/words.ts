import { fullNumber } from "../../../data/chart/format.ts";
import type { ShareState } from "../../../data/model/share.ts";
import type { Area } from "../../app/language.ts";

/** The columns by which short links can be sorted. */
export type SharesColumn = "view" | "note" | "owner" | "created" | "ends" | "state" | "visits";

/** What ends a short link, after it was asked for once. */
interface Ending {
  /** The button that asks, what would end, and the two answers. */
  ask: string;
  about: string;
  go: string;
  keep: string;
  done: string;
}

/** Words of the page that lists the short links of a token. */
export interface SharesWords {
  title: string;
  lead: string;
  ask: string;
  show: string;
  offline: string;
  loading: string;
  failed: string;
  none: string;
  toGrowth: string;
  count: (shown: number, more: boolean) => string;
  older: string;
  head: Record<SharesColumn | "holds" | "actions", string>;
  /** What a view is of: its page, its platforms; then the rest. */
  view: (page: string, platforms: readonly string[]) => string;
  detail: (parts: readonly string[]) => string;
  places: (names: readonly string[], more: number) => string;
  last: (days: number) => string;
  allDays: string;
  live: string;
  pinned: (vintage: number) => string;
  byCommand: string;
  never: string;
  state: Record<ShareState, string>;
  recent: (sum: number, most: number, day: string) => string;
  noRecent: string;
  copy: string;
  copied: string;
  byHand: string;
  change: string;
  /** Of one that was ended: how. */
  details: string;
  close: string;
  /** Which short link a button is of, for those who do not see its row. */
  of: (name: string) => string;
  link: string;
  saveNote: string;
  savedNote: string;
  saveEnd: string;
  savedEnd: string;
  savedUntil: (day: string) => string;
  rotate: Ending;
  revoke: Ending;
  expired: string;
  ended: (day: string) => string;
  replaced: (day: string) => string;
}

export const SHARES_PAGE: Area<SharesWords> = {
  name: "shares",
  english: {
    title: "Your short links",
    lead: "Each leads to its view until it ends, or until you end it. Visits are counted by day of UTC; nothing is kept of who comes. The bars are the last 30 days.",
    ask: "Short links are listed to the token that made them, and all of them to a token of the scope admin. Whoever runs the server makes one: `npm run -s token -- create NAME --scope share`.",
    show: "List the short links",
    offline: "Offline. The list is as it was; nothing can be changed now.",
    loading: "The short links are on their way.",
    failed: "The short links could not be read.",
    none: "This token has no short link yet. Share, on any page, makes one.",
    toGrowth: "Show the growth chart",
    count: (shown, more) =>
      more ? `The newest ${fullNumber(shown)} short links.` : shown === 1 ? "1 short link." : `${fullNumber(shown)} short links.`,
    older: "Show older ones",
    head: {
      view: "View",
      holds: "Holds",
      note: "Note",
      owner: "Made by",
      created: "Made",
      ends: "Ends",
      state: "State",
      visits: "Visits",
      actions: "Copy, change",
    },
    view: (page, platforms) => (platforms.length === 0 ? page : `${page}: ${platforms.join(", ")}`),
    detail: (parts) => parts.join(", "),
    places: (names, more) => `${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    last: (days) => `the last ${days} days`,
    allDays: "all days",
    live: "Live",
    pinned: (vintage) => `Pinned to vintage ${vintage}`,
    byCommand: "command line",
    never: "never",
    state: { works: "Works", expired: "Expired", revoked: "Ended" },
    recent: (sum, most, day) => `${fullNumber(sum)} in the last 30 days; most on ${day}: ${fullNumber(most)}.`,
    noRecent: "None in the last 30 days.",
    copy: "Copy",
    copied: "Copied.",
    byHand: "The browser does not let this page copy. The link is selected: press Ctrl+C, or ⌘C.",
    change: "Change",
    details: "Details",
    close: "Close",
    of: (name) => ` ${name}`,
    link: "Link",
    saveNote: "Save the note",
    savedNote: "The note is saved.",
    saveEnd: "Save the end",
    savedEnd: "It never ends now.",
    savedUntil: (day) => `It works until ${day} (UTC) now.`,
    rotate: {
      ask: "Another address",
      about:
        "The link gets another address for the same view. The one it has now ends at once, wherever it was sent; this cannot be undone.",
      go: "Give it another address",
      keep: "Keep this one",
      done: "This is the link now. The one before has ended.",
    },
    revoke: {
      ask: "End the link",
      about:
        "The link ends at once: its page, its picture, its files and every frame that shows it will say that it was ended. This cannot be undone.",
      go: "End it",
      keep: "Keep it",
      done: "The link has ended. It stays in this list.",
    },
    expired: "It has expired: give it another end, and it works again.",
    ended: (day) => `It was ended on ${day} (UTC). Whoever follows it reads so.`,
    replaced: (day) => `It ended on ${day} (UTC), when another address took its place.`,
  },
};
