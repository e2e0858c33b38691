import type { Problem } from "../../data/model/problem.ts";
import type { Area } from "./language.ts";

/** What went wrong, for a person. The server says it in English; another language goes by its codes. */
export interface ProblemWords {
  /** What an address, a row or a file has wrong. */
  told: (problem: Problem) => string;
  /** An answer that was a problem. `type` is the end of its URN; `detail` is empty where the server gave none. */
  answered: (status: number, type: string, detail: string) => string;
  noAnswer: string;
  /** It began, and is no whole answer. */
  brokenOff: string;
  newest: (problem: Problem) => string;
}

export const PROBLEMS: Area<ProblemWords> = {
  name: "problems",
  english: {
    told: ({ detail }) => detail,
    answered: (status, _, detail) => detail || `The server answered ${status}.`,
    noAnswer: "No answer came.",
    brokenOff: "The answer broke off on its way.",
    newest: ({ detail }) => `${detail} Showing the newest.`,
  },
};
