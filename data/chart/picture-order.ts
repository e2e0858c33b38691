import type { Page } from "../model/page.ts";
import type { View } from "../model/view.ts";
import type { PictureData } from "./drawn-model.ts";

/** What a picture is worded in. */
export type PictureLanguage = "en" | "zh";

/** How a picture of a view is to look; pixels before `scale`. */
export interface PictureForm {
  width: number;
  /** `null`: as high as what is drawn. */
  height: number | null;
  theme: "light" | "dark";
  /** Pixels of the image for one of the picture. */
  scale: number;
}

/** A picture to be drawn outside of a page. Plain data: it is sent to a thread. */
export interface PictureOrder extends PictureForm {
  /** With its vintage as a number. */
  view: View;
  data: PictureData;
  /** Where the view is found, as the picture says it; without a scheme. */
  address: string;
  language: PictureLanguage;
}

/** A picture as SVG, which stands by itself, and its size. */
export interface DrawnPicture {
  svg: string;
  width: number;
  height: number;
}

/** Id of what a page keeps of its HTML until its own picture stands there. */
export const PAINTED = "painted";

/** What of a page is to stand in its HTML before any script runs. Plain data, as {@link PictureOrder}. */
export interface PaintOrder {
  page: Page;
  /** As the address says it: its vintage may be `newest`. */
  view: View;
  /** Of the chart; `null` where the header is painted alone. */
  data: PictureData | null;
  /** Whether a later batch has come than the picture knows of. */
  isOld: boolean;
  /** Path and query of the page: its links carry on how the reader has it rendered. */
  address: string;
  /** Whether the chart stands on a page of somebody else, without a header. */
  alone: boolean;
  language: PictureLanguage;
}

/** What draws pictures: the built client, as the server calls it. */
export interface PictureModule {
  drawPicture: (order: PictureOrder) => DrawnPicture;
  /** Reads the address where a page has it: `location` must be that of the order. */
  paintPage: (order: PaintOrder) => string;
}
