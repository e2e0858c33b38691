import type { ComponentType } from "react";
import type { Place } from "./address.ts";
import { type Later, later } from "./later.ts";
import type { PageProps } from "./page-props.ts";

/** A page in a chunk of its own. */
export interface PagePart {
  part: Later<{ Shown: ComponentType<PageProps> }>;
  /** Whether it begins with the filter bar, whose place is kept until it is here. */
  bar: boolean;
}

export const PAGE_PARTS: Record<Place, PagePart> = {
  story: { part: later(() => import("../views/story/StoryPage.tsx").then((module) => ({ Shown: module.StoryPage }))), bar: false },
  growth: { part: later(() => import("../views/growth/GrowthPage.tsx").then((module) => ({ Shown: module.GrowthPage }))), bar: true },
  map: { part: later(() => import("../views/map/MapPage.tsx").then((module) => ({ Shown: module.MapPage }))), bar: true },
  countries: {
    part: later(() => import("../views/countries/CountriesPage.tsx").then((module) => ({ Shown: module.CountriesPage }))),
    bar: true,
  },
  topics: { part: later(() => import("../views/topics/TopicsPage.tsx").then((module) => ({ Shown: module.TopicsPage }))), bar: true },
  evidence: {
    part: later(() => import("../views/evidence/EvidencePage.tsx").then((module) => ({ Shown: module.EvidencePage }))),
    bar: true,
  },
  data: { part: later(() => import("../views/data/DataPage.tsx").then((module) => ({ Shown: module.DataPage }))), bar: false },
  method: { part: later(() => import("../views/method/MethodPage.tsx").then((module) => ({ Shown: module.MethodPage }))), bar: false },
  shares: { part: later(() => import("../views/shares/SharesPage.tsx").then((module) => ({ Shown: module.SharesPage }))), bar: false },
  nowhere: { part: later(() => import("./NowherePage.tsx").then((module) => ({ Shown: module.NowherePage }))), bar: false },
};
