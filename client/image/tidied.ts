import { presented } from "./literal.ts";

/** Attributes by which a live drawing is found, pointed at and read out. */
const OF_LIVE = / (?:class|role|tabindex|cursor|name|xmlns|href|target|rel|xml:space|aria-[a-z]+|data-[a-z-]+)="[^"]*"/g;

/** Those of a line that mean nothing to SVG. */
const OF_BOX = / (?:x|y|width|height|angle|orientation)="[^"]*"/g;

/** Places and sizes, which are told to a tenth of a pixel. */
const PLACES = / (?:d|points|x|y|x1|y1|x2|y2|cx|cy|width|height)="[^"]*"/g;

/** By which each line of a drawing is known. */
const LINE = / class="[^"]*\brecharts-line-curve\b[^"]*"/g;

/**
 * Of a live drawing one for the HTML of a page: without styles of its own (a strict policy refuses those), without what only
 * serves who points at it, with ids that no other drawing of the page has, in tenths of a pixel. Colours stay names of
 * tokens: the page's theme says what they are.
 *
 * @param svg what stands between the tags of the drawing
 * @param prefix what its ids begin with
 */
export function tidied(svg: string, prefix: string): string {
  const bare = presented(svg.replaceAll(LINE, " LINE"))
    .replaceAll(OF_LIVE, "")
    .replaceAll(" LINE", ' data-line=""')
    .replaceAll(/<(?:line|path) [^>]*>/g, (tag) => tag.replaceAll(OF_BOX, ""))
    .replaceAll(PLACES, tenths)
    // A figure leads nowhere here: the words under the drawing do.
    .replaceAll(/<\/?a(?: [^>]*)?>/g, "")
    .replaceAll(/<circle [^>]*><\/circle>/g, (circle) => (/ fill="transparent"/.test(circle) && !/ stroke="/.test(circle) ? "" : circle));
  return withoutEmpty(withIds(withClips(bare), prefix));
}

/** @example tenths("M46 351.904H1230") // "M46 351.9H1230" */
export function tenths(text: string): string {
  return text.replaceAll(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))));
}

/** Each line has a clip of its own; equal ones become one. */
function withClips(svg: string): string {
  const first = new Map<string, string>();
  const same = new Map<string, string>();
  const fewer = svg.replaceAll(/<clipPath id="([^"]*)">(.*?)<\/clipPath>/g, (clip, id: string, shape: string) => {
    if (!svg.includes(`clip-path="url(#${id})"`)) return "";
    const known = first.get(shape);
    if (known === undefined) first.set(shape, id);
    same.set(id, known ?? id);
    return known === undefined ? clip : "";
  });
  return fewer.replaceAll(/ clip-path="url\(#([^)]*)\)"/g, (_, id: string) => ` clip-path="url(#${same.get(id)})"`);
}

/** Ids that something refers to, counted anew; no others. */
function withIds(svg: string, prefix: string): string {
  const own = new Map<string, string>();
  const renamed = svg.replaceAll(/(<(?:clipPath|pattern)?[^>]*?) id="([^"]*)"/g, (_, before: string, id: string) => {
    if (!/^<(?:clipPath|pattern)/.test(before)) return before;
    own.set(id, `${prefix}${own.size}`);
    return `${before} id="${own.get(id)}"`;
  });
  return renamed.replaceAll(/url\(#([^)]*)\)/g, (_, id: string) => `url(#${own.get(id)})`);
}

/** Without groups that hold or say nothing, and with the short end of what never holds anything. */
function withoutEmpty(svg: string): string {
  let left = svg;
  for (let before = ""; before !== left; ) {
    before = left;
    left = left.replaceAll(/<(g|defs|title|desc)(?: [^>]*)?><\/\1>/g, "");
  }
  const open: string[] = [];
  return left
    .replaceAll(/<g(?: [^>]*)?>|<\/g>/g, (tag) => {
      if (tag !== "</g>") open.push(tag);
      return (tag === "</g>" ? open.pop() : tag) === "<g>" ? "" : tag;
    })
    .replaceAll(/><\/(?:path|circle|rect|line)>/g, "/>");
}
