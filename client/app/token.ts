import { useSyncExternalStore } from "react";

/** The reader's token, for reads and for ingest alike. It lives in this module and nowhere else: reloading forgets it. */
export interface Held {
  /** Empty where none is held. */
  readonly text: string;
  /** The one for short links, where another had been given before. Reads go on with that: this one need not be good for them. */
  readonly sharing: string;
  /** Whether the server has asked for a token to read. */
  readonly isPrivate: boolean;
  /** Why the last token may not read; `null` where none was given, or it may. */
  readonly refusal: string | null;
  /** Grows with each token that is given. */
  readonly given: number;
  /** Grows when what was refused may be asked for again. */
  readonly turn: number;
}

let held: Held = { text: "", sharing: "", isPrivate: false, refusal: null, given: 0, turn: 0 };
const listeners = new Set<() => void>();

export function heldToken(): Held {
  return held;
}

export function useToken(): Held {
  return useSyncExternalStore(listen, heldToken);
}

/** Takes a token that the reader gives. Where reads need one, they are asked for again. */
export function giveToken(text: string): void {
  set({ text: text.trim(), refusal: null, given: held.given + 1, turn: held.isPrivate ? held.turn + 1 : held.turn });
}

/** Takes a token that the reader gives for short links. */
export function giveSharingToken(text: string): void {
  if (held.text === "") giveToken(text);
  else set({ sharing: text.trim(), given: held.given + 1 });
}

/** The token that short links are asked for with; empty where none is held. */
export function sharingToken({ sharing, text }: Held = held): string {
  return sharing || text;
}

/** Drops the token; what it let the reader see goes with it. */
export function forgetToken(): void {
  set({ text: "", sharing: "", refusal: null, turn: held.isPrivate ? held.turn + 1 : held.turn });
}

/** Drops a token that the server does not know, unless another was given since. */
export function dropToken(text: string): void {
  if (text !== "" && text === held.text) set({ text: "" });
  if (text !== "" && text === held.sharing) set({ sharing: "" });
}

/** Notes that a read was refused: without a token, or with this one. */
export function noteRefusal(text: string, why: string): void {
  if (text === "") set({ isPrivate: true });
  else if (text === held.text) set({ isPrivate: true, refusal: why });
}

function set(change: Partial<Held>): void {
  held = { ...held, ...change };
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
