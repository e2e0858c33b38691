import type { CHART } from "../../data/chart/chart-words.ts";
import { chartInChinese } from "../../data/chart/chart-words.zh.ts";
import type { CLAIMS } from "../../data/chart/claim-words.ts";
import { claimsInChinese } from "../../data/chart/claim-words.zh.ts";
import type { EVIDENCE } from "../../data/chart/evidence-words.ts";
import { evidenceInChinese } from "../../data/chart/evidence-words.zh.ts";
import { CHINESE_FORMAT } from "../../data/chart/format.zh.ts";
import type { MAP } from "../../data/chart/map-words.ts";
import { mapModelInChinese } from "../../data/chart/map-words.zh.ts";
import type { MEASURE } from "../../data/chart/measure-words.ts";
import { measureInChinese } from "../../data/chart/measure-words.zh.ts";
import type { QUANTITY } from "../../data/chart/quantity-words.ts";
import { quantityInChinese } from "../../data/chart/quantity-words.zh.ts";
import type { STORY } from "../../data/chart/story-words.ts";
import { storyInChinese } from "../../data/chart/story-words.zh.ts";
import type { SUBSTITUTION } from "../../data/chart/substitution-words.ts";
import { substitutionInChinese } from "../../data/chart/substitution-words.zh.ts";
import type { SURGE } from "../../data/chart/surge-words.ts";
import { surgeInChinese } from "../../data/chart/surge-words.zh.ts";
import type { TOPICS } from "../../data/chart/topics-words.ts";
import { topicsInChinese } from "../../data/chart/topics-words.zh.ts";
import { namedInChinese, toldInChinese } from "../../data/reference/chinese.ts";
import type { MEASURE_PANEL } from "../controls/measure-words.ts";
import { measurePanelInChinese } from "../controls/measure-words.zh.ts";
import type { PANEL } from "../controls/panel-words.ts";
import { panelInChinese } from "../controls/panel-words.zh.ts";
import type { TOKEN } from "../controls/token-words.ts";
import { tokenInChinese } from "../controls/token-words.zh.ts";
import type { CONTROLS } from "../controls/words.ts";
import { controlsInChinese } from "../controls/words.zh.ts";
import type { SHORT } from "../share/short-words.ts";
import { shortInChinese } from "../share/short-words.zh.ts";
import type { SHARE } from "../share/words.ts";
import { shareInChinese } from "../share/words.zh.ts";
import type { TABLES } from "../tables/words.ts";
import { tablesInChinese } from "../tables/words.zh.ts";
import type { COUNTRIES } from "../views/countries/words.ts";
import { countriesInChinese } from "../views/countries/words.zh.ts";
import type { FILE } from "../views/data/file-words.ts";
import { fileInChinese } from "../views/data/file-words.zh.ts";
import type { DATA } from "../views/data/words.ts";
import { dataInChinese } from "../views/data/words.zh.ts";
import type { EMBEDDED } from "../views/embed/words.ts";
import { embedInChinese } from "../views/embed/words.zh.ts";
import type { EVIDENCE_PAGE } from "../views/evidence/words.ts";
import { evidencePageInChinese } from "../views/evidence/words.zh.ts";
import type { FEED_LINK } from "../views/feed-words.ts";
import { feedLinkInChinese } from "../views/feed-words.zh.ts";
import type { MULTIPLES } from "../views/growth/multiples-words.ts";
import { multiplesInChinese } from "../views/growth/multiples-words.zh.ts";
import type { SURGE_CARD } from "../views/growth/surge-words.ts";
import { surgeCardInChinese } from "../views/growth/surge-words.zh.ts";
import type { GROWTH } from "../views/growth/words.ts";
import { growthInChinese } from "../views/growth/words.zh.ts";
import type { MAP_PAGE } from "../views/map/words.ts";
import { mapInChinese } from "../views/map/words.zh.ts";
import type { SURGE_METHOD } from "../views/method/surge-method-words.ts";
import { surgeMethodInChinese } from "../views/method/surge-method-words.zh.ts";
import type { METHOD } from "../views/method/words.ts";
import { methodInChinese } from "../views/method/words.zh.ts";
import type { CHANGES } from "../views/newer/words.ts";
import { changesInChinese } from "../views/newer/words.zh.ts";

import type { SHARES_PAGE } from "../views/shares/words.ts";
import { sharesInChinese } from "../views/shares/words.zh.ts";
import type { STORY_PAGE } from "../views/story/words.ts";
import { storyPageInChinese } from "../views/story/words.zh.ts";
import type { TOPICS_PAGE } from "../views/topics/words.ts";
import { topicsPageInChinese } from "../views/topics/words.zh.ts";
import type { HELP } from "./help-words.ts";
import { helpInChinese } from "./help-words.zh.ts";
import type { Manner } from "./language.ts";
import type { NOWHERE } from "./nowhere-words.ts";
import { nowhereInChinese } from "./nowhere-words.zh.ts";
import type { PROBLEMS } from "./problem-words.ts";
import { problemsInChinese } from "./problem-words.zh.ts";
import type { HEADER } from "./words.ts";
import { headerInChinese } from "./words.zh.ts";
/** Simplified Chinese, area by area: a chunk of its own, which only those who read it fetch. */
export const CHINESE: Readonly<Record<string, unknown>> = {
  header: headerInChinese satisfies (typeof HEADER)["english"],
  nowhere: nowhereInChinese satisfies (typeof NOWHERE)["english"],
  problems: problemsInChinese satisfies (typeof PROBLEMS)["english"],
  controls: controlsInChinese satisfies (typeof CONTROLS)["english"],
  claims: claimsInChinese satisfies (typeof CLAIMS)["english"],
  measure: measureInChinese satisfies (typeof MEASURE)["english"],
  surge: surgeInChinese satisfies (typeof SURGE)["english"],
  "surge-method": surgeMethodInChinese satisfies (typeof SURGE_METHOD)["english"],
  substitution: substitutionInChinese satisfies (typeof SUBSTITUTION)["english"],
  multiples: multiplesInChinese satisfies (typeof MULTIPLES)["english"],
  "surge-card": surgeCardInChinese satisfies (typeof SURGE_CARD)["english"],
  chart: chartInChinese satisfies (typeof CHART)["english"],
  embed: embedInChinese satisfies (typeof EMBEDDED)["english"],
  share: shareInChinese satisfies (typeof SHARE)["english"],
  short: shortInChinese satisfies (typeof SHORT)["english"],
  shares: sharesInChinese satisfies (typeof SHARES_PAGE)["english"],
  data: dataInChinese satisfies (typeof DATA)["english"],
  file: fileInChinese satisfies (typeof FILE)["english"],
  method: methodInChinese satisfies (typeof METHOD)["english"],
  help: helpInChinese satisfies (typeof HELP)["english"],
  tables: tablesInChinese satisfies (typeof TABLES)["english"],
  changes: changesInChinese satisfies (typeof CHANGES)["english"],
  "feed-link": feedLinkInChinese satisfies (typeof FEED_LINK)["english"],
  growth: growthInChinese satisfies (typeof GROWTH)["english"],
  countries: countriesInChinese satisfies (typeof COUNTRIES)["english"],
  story: storyInChinese satisfies (typeof STORY)["english"],
  storyPage: storyPageInChinese satisfies (typeof STORY_PAGE)["english"],
  topics: topicsInChinese satisfies (typeof TOPICS)["english"],
  topicsPage: topicsPageInChinese satisfies (typeof TOPICS_PAGE)["english"],
  evidence: evidenceInChinese satisfies (typeof EVIDENCE)["english"],
  quantity: quantityInChinese satisfies (typeof QUANTITY)["english"],
  "evidence-page": evidencePageInChinese satisfies (typeof EVIDENCE_PAGE)["english"],
  "map model": mapModelInChinese satisfies (typeof MAP)["english"],
  map: mapInChinese satisfies (typeof MAP_PAGE)["english"],
  "measure-panel": measurePanelInChinese satisfies (typeof MEASURE_PANEL)["english"],
  panel: panelInChinese satisfies (typeof PANEL)["english"],
  token: tokenInChinese satisfies (typeof TOKEN)["english"],
};

export const MANNER: Manner = { format: CHINESE_FORMAT, named: namedInChinese, told: toldInChinese };
