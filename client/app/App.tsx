import { lazy, type ReactElement, Suspense, useMemo } from "react";
import { PAGES } from "../../data/model/page.ts";
import { ShareButton } from "../share/ShareButton.tsx";
import { GrowthPage, preloadPicture } from "../views/growth/GrowthPage.tsx";
import { addressOf, useAddress } from "./address.ts";
import { useData } from "./data.ts";
import { Header } from "./Header.tsx";
import { wordsOf } from "./language.ts";
import { HEADER } from "./words.ts";

const NowherePage = lazy(() => import("./NowherePage.tsx").then((module) => ({ default: module.NowherePage })));
const CountriesPage = lazy(() => import("../views/countries/CountriesPage.tsx").then((module) => ({ default: module.CountriesPage })));
const DataPage = lazy(() => import("../views/data/DataPage.tsx").then((module) => ({ default: module.DataPage })));
const MethodPage = lazy(() => import("../views/method/MethodPage.tsx").then((module) => ({ default: module.MethodPage })));

// Asked for before the data are, so that both are on their way at once.
if (location.pathname === "/" || location.pathname === PAGES.growth) preloadPicture();

/** One address, one set of data, and the page that shows them. */
export function App(): ReactElement {
  const { page, view, notices, change, visit } = useAddress();
  const data = useData(view);
  const all = useMemo(() => [...notices, ...(data.pending ? [] : (data.loaded?.notices ?? []))], [notices, data.loaded, data.pending]);
  return (
    <>
      <a className="skip" href="#main">
        {wordsOf(HEADER).skip}
      </a>
      <Header page={page} view={view} onVisit={visit}>
        <ShareButton
          view={view}
          vintage={data.loaded?.catalog.vintage ?? 0}
          isPage={page === "data" || page === "method"}
          addressOf={(one) => addressOf(page === "nowhere" ? "growth" : page, one)}
        />
      </Header>
      {page === "growth" ? (
        <GrowthPage view={view} data={data} notices={all} onChange={change} />
      ) : (
        <Suspense fallback={<main id="main" className="wrap" aria-busy="true" />}>
          {page === "nowhere" ? (
            <NowherePage onLeave={() => visit("growth")} />
          ) : page === "countries" ? (
            <CountriesPage view={view} data={data} notices={all} onChange={change} onVisit={visit} />
          ) : page === "data" ? (
            <DataPage view={view} data={data} onVisit={visit} />
          ) : (
            <MethodPage data={data} />
          )}
        </Suspense>
      )}
    </>
  );
}
