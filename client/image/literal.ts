import tokens from "../styles/tokens.css?raw";

/** Each colour of the tokens, by name, in light and in dark. */
const COLORS = new Map(
  [...tokens.matchAll(/--([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name = "", light = "", dark = ""]) => [
    name,
    { light, dark },
  ]),
);

/** A colour of the tokens. Throws where there is none of the name, so that no picture has a black spot instead. */
export function colorOf(name: string, theme: "light" | "dark"): string {
  const color = COLORS.get(name);
  if (!color) throw new Error(`styles/tokens.css has no colour --${name}`);
  return color[theme];
}

/** Attributes of SVG that a style may stand for; what else a style says is for pages. */
const PRESENTATION = /^(fill|stroke|opacity|font|text|paint-order|dominant|letter|visibility|clip)/;

/**
 * A drawing of a page as one that stands by itself: literal colours, attributes instead of styles (a strict policy
 * refuses those), ids that are the same each time, thousandths of a pixel, and what XML knows instead of what HTML does.
 */
export function literal(svg: string, theme: "light" | "dark"): string {
  // React counts on from picture to picture; here each counts anew.
  const ids = new Map<string, string>();
  const own = (id: string) => {
    if (!ids.has(id)) ids.set(id, `n${ids.size}`);
    return ids.get(id) as string;
  };
  return presented(svg)
    .replaceAll(/_r_[0-9a-z]+_/g, own)
    .replaceAll(/-?\d+\.\d{6,}/g, (number) => String(Number(Number(number).toFixed(3))))
    .replaceAll(/ (?:tabindex|class|role|data-[a-z-]+="")(?:="[^"]*")?/g, (attribute) => (attribute.startsWith(" data-") ? attribute : ""))
    .replaceAll(/var\(--([a-z0-9-]+)\)/g, (_, name: string) => colorOf(name, theme))
    .replaceAll(/recharts[^"#)\s]*?-clip/g, "chart-clip")
    .replaceAll(/<(title|desc)><\/\1>/g, "")
    .replaceAll("&nbsp;", "&#160;");
}

/** SVG with attributes in the place of styles. */
export function presented(svg: string): string {
  return svg.replaceAll(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style));
}

function attributesOf(style: string): string {
  return style
    .split(";")
    .map((declaration) => declaration.split(":").map((part) => part.trim()))
    .filter(([name = "", value]) => value && PRESENTATION.test(name))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
}
