import type { DrawnPicture, PictureOrder } from "../../data/chart/picture-order.ts";
import { NARROW } from "../charts/frame.ts";
import { type Chart, chartOf, type Picture, svgOf } from "./chart.tsx";
import { colorOf, literal } from "./literal.ts";
import { escaped, type Run, rowsOf, rowsText } from "./rows.ts";
import { sourceText, vintageText } from "./source-text.ts";
import { spoken } from "./spoken.ts";

export { paintPage } from "./paint.tsx";

/** What a reader without Inter gets is the face of his system, as on the page; letters that it lacks are in his others. */
const FONTS = "Inter, 'Helvetica Neue', Arial, sans-serif";

/** Least size of what is drawn, where a given height leaves less room than it takes. */
const SMALLEST = 0.45;
const STEP = 0.05;

interface Looks {
  margin: number;
  title: { size: number; line: number };
  small: { size: number; line: number };
}

const WIDE: Looks = { margin: 24, title: { size: 24, line: 30 }, small: { size: 12, line: 17 } };
const CLOSE: Looks = { margin: 16, title: { size: 18, line: 24 }, small: { size: 11, line: 15 } };

/**
 * A view as an image: the sentence, the chart that proves it, who says so, the vintage and the address. Where a height
 * is given that does not hold it, all of it is drawn smaller; one that has more room is filled by the chart. Needs a DOM, as
 * the chart's component does; the same order gives the same text.
 */
export function drawPicture(order: PictureOrder): DrawnPicture {
  return spoken(order, pictureOf);
}

function pictureOf(order: PictureOrder): DrawnPicture {
  const chart = chartOf(order.view, order.data);
  const { width, height, theme, scale } = order;
  const size = height === null ? 1 : sizeFor(chart, order, height);
  const laid = layout(chart, order, width / size);
  const whole = { width, height: height ?? Math.ceil(laid.height) };
  const spare = height === null ? 0 : Math.max(0, height / size - laid.height);
  const picture = chart.at(laid.inner, "chart", spare);
  const label = escaped(chart.model.headline.map(({ text }) => text).join(""));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width * scale}" height="${whole.height * scale}"`,
    ` viewBox="0 0 ${whole.width} ${whole.height}" font-family="${FONTS}" role="img" aria-label="${label}">`,
    `<rect width="${whole.width}" height="${whole.height}" fill="${colorOf("surface-page", theme)}"/>`,
    size === 1 ? "<g>" : `<g transform="scale(${size.toFixed(4)})">`,
    laid.above,
    `<g transform="translate(${laid.looks.margin} ${laid.top})">${framed(literal(svgOf(picture.drawing), theme))}</g>`,
    `<g transform="translate(0 ${spare})">${laid.below(picture)}</g>`,
    "</g></svg>",
  ].join("");
  return { svg, ...whole };
}

interface Layout {
  looks: Looks;
  /** Width of the chart. */
  inner: number;
  /** Where the chart begins. */
  top: number;
  height: number;
  above: string;
  below: (picture: Picture) => string;
}

function layout(chart: Chart, { theme, view, data, address }: PictureOrder, width: number): Layout {
  const looks = width < NARROW ? CLOSE : WIDE;
  const { margin, title, small } = looks;
  const inner = Math.floor(width - 2 * margin);
  const ink = (name: string) => colorOf(name, theme);
  const headline = chart.model.headline.map(({ text, platform }): Run => {
    const accent = platform === "rednote" || platform === "tiktok";
    return { text, color: ink(accent ? `${platform}-ink` : "text-1") };
  });
  const titleRows = rowsOf(headline, inner, title.size, 600, 5);
  const said = rowsOf([{ text: chart.model.description, color: ink("text-2") }], inner, small.size + 1, 400, 3);
  const titleTop = margin + title.size;
  const saidTop = titleTop + (titleRows.length - 1) * title.line + small.line + 6;
  const top = saidTop + (said.length - 1) * (small.line + 1) + 14;
  const end = top + chart.heightAt(inner);
  // Of a narrow picture the events are listed: its marks are numbers.
  const listed = width < NARROW && view.layout !== "countries" ? chart.model.events.length : 0;
  const events = Math.min(8, listed);
  const sources = rowsOf([{ text: sourceText(chart.model, data.catalog), color: ink("text-3") }], inner, small.size, 400, 5);
  const foot = rowsOf([{ text: `${vintageText(data.catalog)}${address}`, color: ink("text-2") }], inner, small.size, 400, 3);
  const footTop = end + 10 + events * small.line + small.line;
  return {
    looks,
    inner,
    top,
    height: footTop + (sources.length + foot.length - 1) * small.line + margin * 0.75,
    above: [
      rowsText(titleRows, { x: margin, y: titleTop, size: title.size, weight: 600, line: title.line }),
      rowsText(said, { x: margin, y: saidTop, size: small.size + 1, weight: 400, line: small.line + 1 }),
    ].join(""),
    below: ({ numbered }) => {
      const rows = numbered.map(({ number, mark }): Run[] => [
        { text: `${number}  ${mark.dateText}  `, color: ink("text-1") },
        { text: mark.event.short, color: ink("text-2") },
      ]);
      return [
        rowsText(rows, { x: margin, y: end + 10 + small.size, size: small.size, weight: 400, line: small.line }),
        rowsText([...sources, ...foot], { x: margin, y: footTop, size: small.size, weight: 400, line: small.line }),
      ].join("");
    },
  };
}

/** The largest size at which everything fits into a height; the smallest where nothing does. */
function sizeFor(chart: Chart, order: PictureOrder, height: number): number {
  for (let size = 1; size > SMALLEST; size -= STEP) if (layout(chart, order, order.width / size).height * size <= height) return size;
  return SMALLEST;
}

/**
 * A drawing inside of another. What Recharts draws says no namespace of its own; it needs none here. Long numbers of an axis
 * reach over its edge, as they do on the page.
 */
function framed(svg: string): string {
  return svg.replace(/ xmlns="[^"]*"/, "").replace("<svg", '<svg overflow="visible"');
}
