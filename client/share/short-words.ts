import type { Area } from "../app/language.ts";
import type { EndChoice } from "./end.ts";

/** Words of short links: how one is made, when it ends, what went wrong. */
export interface ShortWords {
  title: string;
  /** Opens the form; whether the field holds the short link or the long one. */
  make: string;
  short: string;
  long: string;
  list: string;
  end: string;
  ends: Record<EndChoice, string>;
  day: string;
  note: string;
  noteHint: string;
  go: string;
  making: string;
  cancel: string;
  ask: string;
  goOn: string;
  lasts: string;
  until: (day: string) => string;
  offline: string;
  /** Who may open a short link, and what the server keeps of it. */
  anyone: string;
  admits: string;
  refused: {
    later: (seconds: number | null) => string;
    noAnswer: string;
    /** After that, of what was to be changed. */
    unsure: (noAnswer: string) => string;
    token: (said: string) => string;
    scope: (said: string) => string;
    missing: string;
    ended: string;
    wait: (said: string, later: string) => string;
    full: string;
    other: (said: string) => string;
  };
}

export const SHORT: Area<ShortWords> = {
  name: "short",
  english: {
    title: "Short link",
    make: "Make one",
    short: "Use the short link",
    long: "Use the long link",
    list: "Your short links",
    end: "Ends",
    ends: { never: "Never", "7d": "In 7 days", "30d": "In 30 days", "365d": "In a year", day: "After a day" },
    day: "Last day (UTC)",
    note: "Note",
    noteHint: "Seen in the list of short links alone",
    go: "Make the short link",
    making: "Making it",
    cancel: "Cancel",
    ask: "Short links are made with a token of the scope share. Whoever runs the server makes one: `npm run -s token -- create NAME --scope share`.",
    goOn: "Go on",
    lasts: "It never ends.",
    until: (day) => `It works until ${day} (UTC).`,
    offline: "Offline. A short link takes the server; the long one can be copied.",
    anyone: "Anyone with the short link can open it until it ends. The server counts its visits by day, and keeps nothing of who comes.",
    admits:
      "Whoever has the short link sees what it shows without a token, until it ends. The server counts its visits by day, and keeps nothing of who comes.",
    refused: {
      later: (seconds) =>
        seconds === null ? "Try again in a moment." : `Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
      noAnswer: "No answer came: the network is gone, or the server is down.",
      unsure: (noAnswer) => `${noAnswer} The list of your short links says whether it was done all the same.`,
      token: (said) => `${said} Check that it is copied whole, or ask for another.`,
      scope: (said) => `${said} Ask for one of the scope share: \`npm run -s token -- create NAME --scope share\`.`,
      missing: "This token has no such short link any more.",
      ended: "This short link has ended. Only the list still has it.",
      wait: (said, later) => `${said} Nothing was changed. ${later}`,
      full: "Nothing was changed. The disk of the server is full: whoever runs it must make room.",
      other: (said) => said,
    },
  },
};
