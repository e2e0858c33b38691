import type { ComponentType } from "react";
import type { Place } from "./address.ts";
import { type Later, later } from "./later.ts";
import type { PageProps } from "./page-props.ts";

/** A page in a chunk of its own. */
export type PagePart = Later<{ Shown: ComponentType<PageProps> }>;

export const PAGE_PARTS: Record<Place, PagePart> = {
  story: later(() => import("../views/story/StoryPage.tsx").then((module) => ({ Shown: module.StoryPage }))),
  growth: later(() => import("../views/growth/GrowthPage.tsx").then((module) => ({ Shown: module.GrowthPage }))),
  map: later(() => import("../views/map/MapPage.tsx").then((module) => ({ Shown: module.MapPage }))),
  countries: later(() => import("../views/countries/CountriesPage.tsx").then((module) => ({ Shown: module.CountriesPage }))),
  topics: later(() => import("../views/topics/TopicsPage.tsx").then((module) => ({ Shown: module.TopicsPage }))),
  evidence: later(() => import("../views/evidence/EvidencePage.tsx").then((module) => ({ Shown: module.EvidencePage }))),
  data: later(() => import("../views/data/DataPage.tsx").then((module) => ({ Shown: module.DataPage }))),
  method: later(() => import("../views/method/MethodPage.tsx").then((module) => ({ Shown: module.MethodPage }))),
  shares: later(() => import("../views/shares/SharesPage.tsx").then((module) => ({ Shown: module.SharesPage }))),
  nowhere: later(() => import("./NowherePage.tsx").then((module) => ({ Shown: module.NowherePage }))),
};
