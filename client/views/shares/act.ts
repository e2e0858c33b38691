import type { WholeShare } from "../../share/shares.ts";

/** What became of the last thing that was done to a short link. */
export interface Done {
  slug: string;
  text: string;
  failed: boolean;
}

/** Does something to a short link, and says what came of it. */
export type Act = (slug: string, work: () => Promise<WholeShare>, told: (share: WholeShare) => string) => void;
