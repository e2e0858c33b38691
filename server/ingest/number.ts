import type { Metric } from "../../data/model/metric.ts";
import type { Problem } from "../../data/model/problem.ts";
import { cut } from "./faults.ts";

type NumberFault = Pick<Problem, "code" | "detail" | "hint">;

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
const THOUSANDS = /^[+-]?\d{1,3}(?:([, '_\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;

/** Reads a number as files write it. Answers a fault for anything that a program may read as one and a person may not. */
export function readNumber(text: string): number | NumberFault {
  if (DECIMAL.test(text)) return Number(text);
  if (/^\s*[+-]?inf(?:inity)?\s*$/i.test(text)) return { code: "not_finite", detail: `\`${cut(text)}\` is not a finite number.` };
  const bare = text.trim();
  const plain = THOUSANDS.test(bare) ? bare.replace(/[^\d.+-]/g, "") : bare;
  const hint = plain !== text && DECIMAL.test(plain) ? plain : undefined;
  return { code: "not_a_number", detail: `\`${cut(text)}\` is not a number.`, hint };
}

/** What is wrong with a number as a value of a metric. */
export function numberFault(value: number, metric: Metric): NumberFault | undefined {
  const { name, least, most, whole } = metric;
  if (!Number.isFinite(value)) return { code: "not_finite", detail: "The number is larger than any that can be kept." };
  if (value < 0 && least >= 0) return { code: "negative", detail: `A value of ${name} cannot be negative.` };
  if (value < least) return { code: "too_small", detail: `The least value of ${name} is ${grouped(least)}.` };
  if (value > most) return { code: "too_large", detail: `The largest value of ${name} is ${grouped(most)}.` };
  if (whole && !Number.isInteger(value)) return { code: "not_whole", detail: `A value of ${name} is a whole number.` };
  return undefined;
}

function grouped(number: number): string {
  return number.toLocaleString("en-US");
}
