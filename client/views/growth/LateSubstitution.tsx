import type { ReactElement } from "react";
import { LOSING_PLATFORM } from "../../../data/analysis/substitution-table.ts";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import { later } from "../../app/later.ts";
import { HEADER } from "../../app/words.ts";
import type { SubstitutionProps } from "./Substitution.tsx";

const PART = later(() => import("./Substitution.tsx"));

/** Whether there is anything to set beside TikTok. */
export function hasPairs({ platforms }: View): boolean {
  return platforms.length > 1 && platforms.includes(LOSING_PLATFORM);
}

/** What other platforms gained beside what TikTok lacked, once the part of the page is here. */
export function LateSubstitution(props: SubstitutionProps): ReactElement | null {
  const part = PART.use();
  if (part === "failed") return <p role="alert">{wordsOf(HEADER).partFailed}</p>;
  return part ? <part.Substitution {...props} /> : null;
}
