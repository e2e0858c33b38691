/** The pages that there are, by path, in the order of the header. Each draws the same view in its own way. */
export const PAGES = { growth: "/growth", countries: "/countries", topics: "/topics", data: "/data", method: "/method" } as const;
export type Page = keyof typeof PAGES;

/** The names of {@link PAGES}, in the same order. */
export const PAGE_NAMES = Object.keys(PAGES) as readonly Page[];

/** The address of a first visit. */
export const HOME = "/";
