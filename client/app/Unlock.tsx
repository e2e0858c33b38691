import type { ReactElement } from "react";
import { wordsOf } from "./language.ts";
import { later } from "./later.ts";
import { HEADER } from "./words.ts";

const FORM = later(() => import("./UnlockForm.tsx"));

/** Asks for the token without which the server shows nothing: a chunk of its own, since few servers are private. */
export function Unlock(): ReactElement | null {
  const form = FORM.use();
  if (form === "failed") return <p role="alert">{wordsOf(HEADER).unlockFailed}</p>;
  return form ? <form.UnlockForm /> : null;
}
