import { type ReactElement, useMemo } from "react";
import type { Reference, ShownEntries } from "../../../data/analysis/entry-changes.ts";
import { knownFigures, shownFigures } from "../../../data/chart/evidence.ts";
import { platformColors } from "../../../data/chart/palette.ts";
import type { View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { lateNewer } from "../newer/late-newer.tsx";
import { useDrawing } from "../newer/later-page.ts";
import type { DrawingBarProps } from "../newer/PageNewer.tsx";
import { PageFrame } from "../PageFrame.tsx";
import { EvidenceBody } from "./EvidenceBody.tsx";
import type { EvidenceDraw } from "./EvidenceNewer.tsx";
import { Filters, filterText } from "./Filters.tsx";
import { type EvidenceLoaded, useEvidence } from "./load.ts";
import { unknownChoices } from "./options.ts";
import { EVIDENCE_PAGE } from "./words.ts";

const LateNewer = lateNewer<DrawingBarProps<EvidenceDraw>>(() => import("./EvidenceNewer.tsx"));

/** Who said what, how they know, and where they disagree. */
export function EvidencePage({ view, data, notices, onChange, onVisit }: PageProps): ReactElement {
  const words = wordsOf(EVIDENCE_PAGE);
  const evidence = useEvidence(view, data);
  const { loaded } = evidence;
  const [draw, setDraw] = useDrawing<EvidenceDraw>(loaded);
  const unknown = useMemo(() => (loaded ? unknownChoices(view, loaded.figures) : []), [view, loaded]);
  const shown = useMemo((): View => {
    const left = (field: "providers" | "quantities") =>
      view[field].filter((id) => !unknown.some((one) => one.field === field && one.id === id));
    // Platforms and countries that the catalog lacks have been left out where the data were loaded.
    const known = data.loaded && !data.pending ? data.loaded.view : view;
    return {
      ...view,
      platforms: known.platforms,
      countries: known.countries,
      providers: left("providers"),
      quantities: left("quantities"),
    };
  }, [view, unknown, data.loaded, data.pending]);
  const told = useMemo(
    () => [
      ...notices,
      ...unknown.map(({ field, id }) => ({ field, code: `unknown_${field}`, value: id, detail: words.unknown(field, id) })),
    ],
    [notices, unknown, words],
  );
  return (
    <PageFrame
      page="evidence"
      words={words}
      asked={evidence}
      height={1400}
      bar={
        loaded && {
          view: shown,
          days: null,
          extent: null,
          figures: loaded.figures,
          events: [],
          shows: [],
          own: <OwnFilters view={shown} loaded={loaded} onChange={onChange} />,
          brief: briefText(shown, loaded),
        }
      }
      view={view}
      data={data}
      notices={told}
      showsOf={loaded && (() => ({ series: [], entriesOf: (reference) => evidenceEntries(shown, reference) }))}
      newer={(props) => <LateNewer {...props} onDraw={setDraw} />}
      onChange={onChange}
    >
      {loaded && <EvidenceBody view={shown} loaded={loaded} pending={evidence.pending} draw={draw} onChange={onChange} onVisit={onVisit} />}
    </PageFrame>
  );
}

/** The figures that no filter leaves out, every claim, and the names of both. */
function evidenceEntries(view: View, { figures, claims }: Reference): ShownEntries {
  const shown = shownFigures(figures, view);
  return {
    figures: shown.map(({ id }) => id),
    claims: claims.map(({ id }) => id),
    platforms: shown.map(({ platform }) => platform),
    countries: shown.map(({ country }) => country),
    topics: claims.map(({ topic }) => topic),
  };
}

function OwnFilters({ view, loaded, onChange }: Pick<PageProps, "view" | "onChange"> & { loaded: EvidenceLoaded }): ReactElement {
  const figures = useMemo(() => knownFigures(loaded.figures, view.known), [loaded, view.known]);
  const colors = useMemo(() => {
    const there = new Set(loaded.figures.map(({ platform }) => platform));
    return platformColors(loaded.catalog.platforms.map(({ id }) => id).filter((id) => there.has(id)));
  }, [loaded]);
  return <Filters view={view} loaded={loaded} figures={figures} colors={colors} onChange={onChange} />;
}

/** The filters that are set, in the one line of a narrow page. */
function briefText(view: View, loaded: EvidenceLoaded): string {
  const words = wordsOf(EVIDENCE_PAGE);
  const set = (["platforms", "countries", "quantities", "providers"] as const).filter((filter) => view[filter].length > 0);
  return set.length === 0 ? words.everything : words.brief(set.map((filter) => filterText(filter, view, loaded)));
}
