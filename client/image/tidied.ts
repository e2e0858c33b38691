/** Attributes by which a live drawing is found, pointed at and read out; those of a line that mean nothing to SVG. */
const OF_LIVE = /^(class|role|tabindex|cursor|name|xmlns|target|rel|xml:space|aria-.*|data-.*)$/;
const OF_BOX = /^(x|y|width|height|angle|orientation)$/;

/** Places and sizes, which are told to a tenth of a pixel. */
const PLACES = /^(d|points|x|y|x1|y1|x2|y2|cx|cy|width|height)$/;

/** Attributes of SVG that a style may stand for; what else a style says is for who points at it. */
const PRESENTATION = /^(fill|stroke|opacity|font|text|paint-order|dominant|letter|visibility|clip)/;

/** By which each line of a drawing is known. */
const LINE = "data-line";

/**
 * Makes of a live drawing one for the HTML of a page, in place: without styles of its own (a strict policy refuses those),
 * without what only serves who points at it, with ids that no other drawing of the page has, in tenths of a pixel. Colours
 * stay names of tokens: the page's theme says what they are.
 *
 * @param svg the drawing, with all that the chart's component made
 * @param id what its ids begin with
 */
export function tidy(svg: Element, id: string): void {
  const all = [...svg.querySelectorAll("*")];
  for (const line of svg.querySelectorAll("path.recharts-line-curve")) line.setAttribute(LINE, "");
  for (const one of all) {
    for (const { name, value } of [...one.attributes]) {
      if (name === LINE) continue;
      if (OF_LIVE.test(name) || (one.matches("line, path") && OF_BOX.test(name))) one.removeAttribute(name);
      else if (name === "style") present(one, value);
      else if (PLACES.test(name)) one.setAttribute(name, tenths(value));
    }
  }
  shareClips(svg);
  renameIds(svg, id);
  // From the innermost out, so that a group of empty groups is empty when its turn comes.
  for (const one of all.toReversed()) {
    const isUnseen = one.matches("circle") && one.getAttribute("fill") === "transparent" && !one.hasAttribute("stroke");
    const isEmpty = one.matches("g, defs, title, desc") && one.childNodes.length === 0;
    if (isUnseen || isEmpty) one.remove();
    // A figure leads nowhere here: the text under the drawing does.
    else if (one.matches("a") || (one.matches("g") && one.attributes.length === 0)) one.replaceWith(...one.childNodes);
  }
}

function present(one: Element, style: string): void {
  one.removeAttribute("style");
  for (const declaration of style.split(";")) {
    const [name = "", value] = declaration.split(":").map((part) => part.trim());
    if (value && PRESENTATION.test(name)) one.setAttribute(name, value);
  }
}

/** @example tenths("M46 351.904H1230") // "M46 351.9H1230" */
export function tenths(text: string): string {
  return text.replaceAll(/-?\d+\.\d{2,}/g, (number) => String(Number(Number(number).toFixed(1))));
}

/** Each line has a clip of its own; equal ones become one. */
function shareClips(svg: Element): void {
  const first = new Map<string, string>();
  for (const clip of [...svg.querySelectorAll("clipPath")]) {
    const users = [...svg.querySelectorAll("[clip-path]")].filter((one) => one.getAttribute("clip-path") === `url(#${clip.id})`);
    const known = first.get(clip.innerHTML);
    if (users.length > 0 && known === undefined) {
      first.set(clip.innerHTML, clip.id);
      continue;
    }
    for (const user of users) user.setAttribute("clip-path", `url(#${known})`);
    clip.remove();
  }
}

function renameIds(svg: Element, prefix: string): void {
  const renamed = new Map<string, string>();
  for (const one of svg.querySelectorAll("[id]")) {
    if (!one.matches("clipPath, pattern")) {
      one.removeAttribute("id");
      continue;
    }
    const id = `${prefix}${renamed.size}`;
    renamed.set(one.id, id);
    one.id = id;
  }
  for (const one of svg.querySelectorAll("*"))
    for (const { name, value } of [...one.attributes]) {
      const own = /^url\(#(.*)\)$/.exec(value)?.[1];
      if (own !== undefined) one.setAttribute(name, `url(#${renamed.get(own)})`);
    }
}
