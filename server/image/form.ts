import type { PictureForm } from "../../data/chart/picture-order.ts";
import type { Problem } from "../../data/model/problem.ts";
import type { Limits } from "../config.ts";

/** Least sizes of an image, and the usual ones; the settings say the largest. */
export const WIDTHS = { least: 320, usual: 1200 } as const;
export const HEIGHTS = { least: 200 } as const;
export const SCALES = { least: 1 } as const;

/** What the settings let an image be. */
export type FormLimits = Pick<Limits, "imageSide" | "imageScale" | "imagePixels">;

const THEMES = ["light", "dark"] as const;

/** Parameters of an image besides those of its view. */
const FORM_PARAMETERS: readonly string[] = ["width", "height", "theme", "scale"];

/**
 * The parameters of the view, and those of the form. `scale` is a name of both: of the view where it is a word (`linear`),
 * of the image where it is a number.
 */
export function formAndView(query: URLSearchParams): { form: URLSearchParams; view: [string, string][] } {
  const isOfForm = ([name, text]: [string, string]) => FORM_PARAMETERS.includes(name) && !(name === "scale" && /^[a-z]+$/.test(text));
  const pairs = [...query];
  return { form: new URLSearchParams(pairs.filter(isOfForm)), view: pairs.filter((pair) => !isOfForm(pair)) };
}

/**
 * The form that an address asks for, or what is wrong with it.
 *
 * @example formOf(new URLSearchParams("width=1200&height=630"), limits).form // { width: 1200, height: 630, theme: "light", scale: 1 }
 */
export function formOf(
  query: URLSearchParams,
  { imageSide, imageScale, imagePixels }: FormLimits,
): { form: PictureForm; faults: Problem[] } {
  const faults: Problem[] = [];
  const fault = (field: string, code: string, detail: string) => faults.push({ field, code, detail });
  const whole = (field: string, { least, most }: { least: number; most: number }): number | null => {
    const text = query.get(field);
    if (text === null) return null;
    const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    fault(field, "malformed", `\`${field}\` must be a whole number from ${least} to ${most}.`);
    return null;
  };
  for (const name of FORM_PARAMETERS)
    if (query.getAll(name).length > 1) fault(name, "repeated_parameter", `The address has \`${name}\` more than once.`);
  const theme = THEMES.find((known) => known === (query.get("theme") ?? "light"));
  if (theme === undefined) fault("theme", "malformed", "`theme` must be light or dark.");
  const form = {
    width: whole("width", { least: WIDTHS.least, most: imageSide }) ?? WIDTHS.usual,
    height: whole("height", { least: HEIGHTS.least, most: imageSide }),
    theme: theme ?? "light",
    scale: whole("scale", { least: SCALES.least, most: imageScale }) ?? SCALES.least,
  };
  if (form.height !== null && form.width * form.height * form.scale ** 2 > imagePixels)
    fault("scale", "too_large", `An image has ${imagePixels} pixels at most. Ask for less \`width\`, \`height\` or \`scale\`.`);
  return { form, faults };
}
