import type { PaintOrder, PictureOrder } from "../../data/chart/picture-order.ts";

/** What a thread is asked to draw: an image, or what of a page stands in its HTML. */
export type ToDrawer = { type: "svg" | "png"; order: PictureOrder } | { type: "page"; order: PaintOrder };

/** Has something drawn; the job is made when its turn comes. */
export type Draw = (job: () => ToDrawer) => Promise<Uint8Array<ArrayBuffer>>;

/** What a thread answers: the image, or why there is none. */
export type FromDrawer =
  /** With the modules that had to be compiled: what the build kept of them is of another Node, or of one with other flags. */
  | { type: "ready"; anew: string[] }
  | { type: "drawn"; bytes: Uint8Array<ArrayBuffer> }
  /** The image would have too many pixels. */
  | { type: "too-large"; width: number; height: number }
  | { type: "failed"; message: string };

/** The built files that a thread works with. */
export interface DrawerSetting {
  /** Address of the built drawing of the client. */
  drawing: string;
  /** Paths of font files that every picture takes. */
  fonts: string[];
  /** Folder of those for Chinese. */
  chineseFonts: string;
  /** Of a PNG. */
  mostPixels: number;
}
