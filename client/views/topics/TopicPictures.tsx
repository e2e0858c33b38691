import { type ReactElement, useMemo } from "react";
import type { Extent } from "../../../data/analysis/table.ts";
import { strokes } from "../../../data/chart/palette.ts";
import { topicColors } from "../../../data/chart/topic-group.ts";
import { topicsModel } from "../../../data/chart/topics.ts";
import { TOPICS } from "../../../data/chart/topics-words.ts";
import { dayOf } from "../../../data/model/day.ts";
import { seriesId } from "../../../data/model/series.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { kindsOf } from "../../../data/model/source.ts";
import type { View } from "../../../data/model/view.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { Brush } from "../../charts/Brush.tsx";
import { NARROW } from "../../charts/frame.ts";
import { ShareCharts } from "../../charts/ShareCharts.tsx";
import { DatePresets } from "../../controls/DatePresets.tsx";
import { useWidth } from "../growth/width.ts";
import frame from "../page.module.css";
import { Empty } from "./Empty.tsx";
import { Legend } from "./Legend.tsx";
import { Source } from "./Source.tsx";
import { Told } from "./Told.tsx";
import styles from "./Topics.module.css";
import type { TopicsDraw } from "./TopicsNewer.tsx";
import { TopicsTable } from "./TopicsTable.tsx";
import { TopicTools } from "./TopicTools.tsx";
import type { TopicsLoaded } from "./topics-data.ts";
import { TOPICS_PAGE } from "./words.ts";

interface Props {
  view: View;
  loaded: TopicsLoaded;
  range: Extent;
  extent: Extent | null;
  pending: boolean;
  /** Draws what a later vintage has otherwise, where the page compares. */
  draw: TopicsDraw | null;
  onChange: (view: View, tag?: string) => void;
}

/** The sentence, the pictures that prove it, and the table that repeats them. */
export function TopicPictures({ view, loaded, range, extent, pending, draw, onChange }: Props): ReactElement {
  const words = wordsOf(TOPICS_PAGE);
  const chartWords = wordsOf(TOPICS);
  const [measured, width] = useWidth<HTMLElement>();
  const { series, catalog } = loaded;
  const model = useMemo(
    () => topicsModel({ view, range, series, catalog, words: chartWords, format: format() }),
    [view, range, series, catalog, chartWords],
  );
  const drawn = useMemo(() => {
    const input = { view, range, series, catalog, words: chartWords, format: format() };
    return draw ? draw(model, input) : { model };
  }, [draw, model, view, range, series, catalog, chartWords]);
  const lines = useMemo(() => {
    const first = model.groups[0];
    return first
      ? series.filter((one) => one.topic !== ALL_TOPICS && one.platform === first.platform && one.country === first.country.split("+")[0])
      : [];
  }, [model, series]);
  const inks = useMemo(() => {
    const kindOf = kindsOf(catalog.sources);
    const columns = lines.map((one) => ({ ...one, kind: kindOf(one.source), values: [] }));
    const colors = topicColors(model.choice.topics);
    const plain = strokes(model.view, columns, catalog.sources);
    return new Map(
      lines.flatMap((one) => {
        const stroke = plain.get(seriesId(one));
        return stroke ? [[seriesId(one), { ...stroke, color: colors.get(one.topic) ?? "text-3" }] as const] : [];
      }),
    );
  }, [lines, model, catalog]);
  return (
    <>
      <div className={styles.lead}>
        <h1 id="topics-said" className={`${frame.headline} ${styles.headline}`}>
          {model.headline}
        </h1>
        {model.empty === null && <p className={frame.dek}>{model.description}</p>}
        <Told model={model} view={view} catalog={catalog} onChange={onChange} />
      </div>
      <TopicTools view={view} catalog={catalog} onChange={onChange} />
      <figure className={styles.chart} ref={measured} aria-labelledby="topics-said" data-pending={pending || undefined}>
        {model.empty !== null ? (
          <Empty view={view} loaded={loaded} onChange={onChange} />
        ) : width > 0 ? (
          <>
            <Legend model={model} width={width} />
            <ShareCharts
              {...drawn}
              width={width}
              words={chartWords}
              format={format()}
              label={words.chart}
              describedBy="topics-said"
              kind={(kind) => words.kind[kind]}
            />
            <Brush
              range={range}
              extent={extent}
              series={lines}
              strokes={inks}
              frame={{ left: 42, right: width - (width < NARROW ? 10 : 42), width }}
              onChange={(next) => onChange({ ...view, range: { from: dayOf(next.from), to: dayOf(next.to) } }, "brush")}
            />
          </>
        ) : (
          <div className={styles.reserved} />
        )}
        <div className={styles.under}>
          <DatePresets view={view} extent={extent} onChange={onChange} />
        </div>
        <Source model={model} catalog={catalog} />
      </figure>
      <TopicsTable model={model} />
    </>
  );
}
