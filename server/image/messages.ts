import type { PictureOrder } from "../../data/chart/picture-order.ts";

/** What a thread is asked to draw. */
export interface ToDrawer {
  order: PictureOrder;
  type: "svg" | "png";
}

/** What it answers: the image, or why there is none. */
export type FromDrawer =
  | { type: "ready" }
  | { type: "drawn"; bytes: Uint8Array<ArrayBuffer> }
  /** The image would have too many pixels. */
  | { type: "too-large"; width: number; height: number }
  | { type: "failed"; message: string };

/** The built files that a thread works with. */
export interface DrawerSetting {
  /** Address of the built drawing of the client. */
  drawing: string;
  /** Paths of font files. */
  fonts: string[];
}
