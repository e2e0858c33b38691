import { createHash } from "node:crypto";
import type { Context } from "hono";
import { LRUCache } from "lru-cache";
import { acceptedEncoding, type Encoding, encodeBody } from "./encoding.ts";

/** A body as it is sent. */
interface Answer {
  bytes: Uint8Array<ArrayBuffer>;
  encoding: Encoding;
  etag: string;
}

/** What to answer, and how long it stays true. */
interface Question {
  /** Equal when the body is: the canonical query and the vintage. */
  key: string;
  /** Content-Type. */
  type: string;
  /** Whether the address names a vintage, so that its body never changes. */
  pinned: boolean;
  /** Whether every page asks for it, so that it is worth some effort to make it small. */
  lasting?: boolean;
  /** Whether another body may take its place before there are newer data: then nothing in front of the app gives it again. */
  passing?: boolean;
  /** Request headers besides Accept-Encoding that choose the body. */
  vary?: string;
  /** What a browser calls it that saves it. */
  fileName?: string;
  /** Whether a browser shows it first, as it does an image. */
  isShown?: boolean;
  make: () => string | Promise<string | Uint8Array<ArrayBuffer>>;
}

/** Bodies that were made once and encoded once, the ones asked last, up to a number of bytes. */
export interface Answers {
  answer(c: Context, question: Question): Promise<Response>;
}

/** What was answered with 200, or would have been but for a tag that the client has. */
interface Given {
  bytes: Uint8Array;
  etag: string;
  headers: Record<string, string>;
}

interface AnswersSetting {
  /** How much to keep, as sent. */
  bytes?: number;
  /** Whether answers are for those alone who asked: then nobody on the way may keep them. */
  isPrivate?: boolean;
  /** Told of each answer that depends on nothing but the address, the encoding and the newest vintage. */
  onAnswer?: (c: Context, given: Given) => void;
}

/** Types whose bodies are small already. */
const PACKED = /^image\/png/;

const LIVE = "public, no-cache";
const NOT_KEPT = "private, no-store";
const FOR_EVER = "public, max-age=31536000, immutable";

export function createAnswers({ bytes = 24 * 1024 * 1024, isPrivate = false, onAnswer }: AnswersSetting = {}): Answers {
  const kept = new LRUCache<string, Answer>({
    maxSize: bytes,
    maxEntrySize: Math.ceil(bytes / 4),
    sizeCalculation: (answer, key) => answer.bytes.byteLength + key.length + 256,
  });
  // A hundred readers of one new batch make its body once.
  const underway = new Map<string, Promise<Answer>>();

  async function made(key: string, encoding: Encoding, { make, lasting }: Question): Promise<Answer> {
    const content = await make();
    const body = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
    const encoded = await encodeBody(body, encoding, lasting);
    const suffix = encoded.encoding === "identity" ? "" : `-${encoded.encoding}`;
    const answer = { ...encoded, etag: `"${hash}${suffix}"` };
    kept.set(key, answer);
    return answer;
  }

  async function find(question: Question, encoding: Encoding): Promise<Answer> {
    const key = `${encoding} ${question.key}`;
    const known = kept.get(key) ?? underway.get(key);
    if (known) return known;
    const promise = made(key, encoding, question).finally(() => underway.delete(key));
    underway.set(key, promise);
    return promise;
  }

  return {
    async answer(c, question) {
      const found = await find(question, PACKED.test(question.type) ? "identity" : acceptedEncoding(c.req.header("Accept-Encoding")));
      const caching = question.pinned ? FOR_EVER : LIVE;
      const headers: Record<string, string> = {
        ETag: found.etag,
        "Cache-Control": isPrivate ? NOT_KEPT : caching,
        Vary: question.vary ? `Accept-Encoding, ${question.vary}` : "Accept-Encoding",
      };
      const whole: Record<string, string> = { ...headers, "Content-Type": question.type };
      const { fileName, isShown } = question;
      if (fileName) whole["Content-Disposition"] = `${isShown ? "inline" : "attachment"}; filename="${fileName}"`;
      if (found.encoding !== "identity") whole["Content-Encoding"] = found.encoding;
      whole["Content-Length"] = String(found.bytes.byteLength);
      if (!question.vary && !question.passing) onAnswer?.(c, { bytes: found.bytes, etag: found.etag, headers: whole });
      if (matches(c.req.header("If-None-Match"), found.etag)) return c.body(null, 304, headers);
      return c.body(found.bytes, 200, whole);
    },
  };
}

/** Whether an If-None-Match names the entity; by the weak comparison that RFC 9110 asks for. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header === etag) return true;
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === etag);
}
