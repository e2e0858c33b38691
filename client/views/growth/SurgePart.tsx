import { type ReactElement, useEffect } from "react";
import type { Cut } from "../../../data/chart/cut.ts";
import type { ChartModel } from "../../../data/chart/picture.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { wordsOf } from "../../app/language.ts";
import { useSurges } from "../countries/surges.ts";
import styles from "./Growth.module.css";
import { hasPairs, LateSubstitution } from "./LateSubstitution.tsx";
import { SurgeCard } from "./SurgeCard.tsx";
import { seriesOf, surgePicture } from "./surge-picture.ts";
import { SURGE_CARD } from "./surge-words.ts";
import type { SurgePicture, Surges } from "./surges.ts";

export interface SurgePartProps {
  cut: Cut;
  loaded: Loaded;
  model: ChartModel;
  /** What the surges add to the picture, once they are read. */
  picture: SurgePicture | null;
  onRead: (surges: Surges) => void;
  onChange: (view: View, tag?: string) => void;
}

/** Reads the surges of the page's series, once for each, and shows them in words. */
export function SurgePart({ cut, loaded, model, picture, onRead, onChange }: SurgePartProps): ReactElement {
  const series = seriesOf(cut.view, loaded);
  const { read, of, answerOf } = useSurges(series, model.metric);
  const isRead = read === of;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer stands for good; only that it is there is news
  useEffect(() => {
    if (isRead) onRead({ loaded, pictureOf: (now) => surgePicture(now, loaded, answerOf) });
  }, [isRead, series, loaded]);
  if (picture === null) return <div className={styles.reservedSurge}>{isRead ? "" : wordsOf(SURGE_CARD).reading}</div>;
  return (
    <>
      <SurgeCard cut={cut} loaded={loaded} model={model} picture={picture} onChange={onChange} />
      {hasPairs(cut.view) && <LateSubstitution view={cut.view} loaded={loaded} answerOf={answerOf} />}
    </>
  );
}
