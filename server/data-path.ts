import { EMBED } from "../data/model/page.ts";

/** Paths of answers that hold data, besides those of the API: files, images, feeds and titles of a view, files of a share. */
const DATA = /^\/(?:api|export)\/|^\/(?:export|chart|feed)\.|^\/oembed$|^\/s\/[^/]+\.(?:csv|json|png|svg)$/;

/** Paths of images: of a view, and of a share. */
const IMAGE = /^\/chart\.|^\/s\/[^/]+\.(?:png|svg)$/;

/**
 * Whether what is at a path holds data, so that it is for those alone who may read, and is no page.
 *
 * @example holdsData("/export.csv") // true
 * @example holdsData("/growth") // false
 */
export function holdsData(path: string): boolean {
  return DATA.test(path);
}

/** Whether it is a chart alone, which pages of others may frame. */
export function isEmbed(path: string): boolean {
  return path === EMBED || /^\/s\/[^/]+\/embed$/.test(path);
}

/** Whether it is an image, which pages of others may show. */
export function isImage(path: string): boolean {
  return IMAGE.test(path);
}
