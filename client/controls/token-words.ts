import type { Area } from "../app/language.ts";

/** Words of the field for a token, and of the page that a private server shows without one. */
export interface TokenWords {
  label: string;
  stays: string;
  isPrivate: string;
  need: string;
  who: string;
  show: string;
  /** A refusal for the person at the field. */
  why: (refusal: string) => string;
}

export const TOKEN: Area<TokenWords> = {
  name: "token",
  english: {
    label: "Token",
    stays: " A token stays in the memory of this page and is gone when you leave it.",
    isPrivate: "This server is private.",
    need: "Charts, tables and downloads need a token for reading. A link says which view; it opens for those who have one.",
    who: "Whoever runs the server makes one: `npm run -s token -- create NAME --scope read`.",
    show: "Show the data",
    why: (refusal) => {
      // The server's own advice is for who writes requests by hand.
      const [what = refusal] = refusal.split(" Send `Authorization");
      return what === refusal ? what : `${what} Check that it is copied whole, or ask for another.`;
    },
  },
};
