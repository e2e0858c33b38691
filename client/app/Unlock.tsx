import type { ReactElement } from "react";
import { later } from "./later.ts";

const FORM = later(() => import("./UnlockForm.tsx"));

/** Asks for the token without which the server shows nothing: a chunk of its own, since few servers are private. */
export function Unlock(): ReactElement | null {
  const form = FORM.use();
  if (form === "failed") return <p role="alert">The form for a token could not be loaded. Reload the page to try again.</p>;
  return form ? <form.UnlockForm /> : null;
}
