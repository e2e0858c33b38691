import { type KeyboardEvent, memo, type PointerEvent, type ReactElement, useId, useMemo, useState } from "react";
import type { Format } from "../../data/chart/format.ts";
import type { TopicsModel } from "../../data/chart/topics.ts";
import { spokenTopics, type TopicReading, topicReading } from "../../data/chart/topics-reading.ts";
import type { TopicsWords } from "../../data/chart/topics-words.ts";
import type { SourceKind } from "../../data/model/source.ts";
import styles from "./Chart.module.css";
import { dateTo, nearest } from "./dates.ts";
import { NARROW } from "./frame.ts";
import type { LaterShares } from "./later-shares.tsx";
import { Plot } from "./Plot.tsx";
import { ReadDay } from "./ReadDay.tsx";
import { ShareDrawing } from "./ShareDrawing.tsx";
import shares from "./Shares.module.css";
import { type LaterTexts, ShareTip } from "./ShareTip.tsx";
import { type ShareFrame, shareColumns, shareFrame } from "./share-frame.ts";

interface Props {
  model: TopicsModel;
  width: number;
  words: TopicsWords;
  format: Format;
  /** What the pictures are, and how they are read. */
  label: string;
  /** Id of the sentence that says them in words. */
  describedBy: string;
  kind: (kind: SourceKind) => string;
  /** A later vintage over all of it. */
  later?: LaterShares | undefined;
}

/** Which picture is read, and at which of its dates. */
interface At {
  panel: number;
  index: number;
}

/** All pictures of topics: read with the pointer, by touch, and with the arrow keys; up and down go from one to the next. */
export function ShareCharts({ model, width, words, format, label, describedBy, kind, later }: Props): ReactElement {
  const id = useId().replaceAll(/[^a-zA-Z0-9]/g, "");
  const [at, setAt] = useState<At | null>(null);
  const columns = useMemo(() => shareColumns(model, width), [model, width]);
  const frames = useMemo(
    () => model.panels.map((panel) => shareFrame(model, panel, columns.width, words, format)),
    [model, columns, words, format],
  );
  const panel = at === null ? undefined : model.panels[at.panel];
  const reading = at && panel ? topicReading(model, panel, at.index, words, format) : null;
  const now = later && reading && panel ? { name: later.name, texts: later.textsOf(panel.id, reading.index) } : null;

  const point = (number: number, frame: ShareFrame) => (pointer: PointerEvent<HTMLDivElement>) => {
    if (pointer.pointerType === "touch" && pointer.type === "pointermove") return;
    const x = pointer.clientX - pointer.currentTarget.getBoundingClientRect().left;
    if (x < frame.left - 12 || x > frame.right + 12) return setAt(null);
    const index = nearest(model.starts.map(frame.x), x);
    setAt(index === null ? null : { panel: number, index });
  };
  const onKeyDown = (key: KeyboardEvent<HTMLDivElement>) => {
    if (key.key === "Escape") return setAt(null);
    if (model.dates.length === 0) return;
    const panel = at?.panel ?? 0;
    const index = dateTo(key.key, at?.index ?? null, model.dates.length);
    const other = { ArrowUp: panel - 1, ArrowDown: panel + 1 }[key.key];
    if (index === undefined && (other === undefined || model.panels.length < 2)) return;
    key.preventDefault();
    setAt({ panel: Math.min(model.panels.length - 1, Math.max(0, other ?? panel)), index: index ?? at?.index ?? 0 });
  };
  return (
    <Plot
      said={reading ? [spokenTopics(reading, kind), ...spokenLater(reading, now)].join(". ") : ""}
      className={`${styles.plot} ${shares.grid}`}
      style={{ gridTemplateColumns: `repeat(${columns.count}, minmax(0, 1fr))` }}
      aria-label={label}
      aria-describedby={describedBy}
      data-chart="topics"
      onKeyDown={onKeyDown}
      onBlur={() => setAt(null)}
    >
      {frames.map((frame, number) => (
        <div
          key={frame.panel.id}
          className={shares.panel}
          style={{ height: frame.height }}
          data-panel={frame.panel.id}
          onPointerMove={point(number, frame)}
          onPointerDown={point(number, frame)}
          onPointerLeave={(pointer) => pointer.pointerType !== "touch" && setAt(null)}
        >
          <ShareDrawing model={model} frame={frame} id={`${id}${number}`} />
          {later && <Over frame={frame} later={later} />}
          {reading && <Hair frame={frame} index={reading.index} day={reading.day} text={reading.brief} />}
          {reading && at?.panel === number && <ShareTip reading={reading} frame={frame} docked={width < NARROW} later={now} />}
        </div>
      ))}
    </Plot>
  );
}

/** Over a drawing: it moves with no pointer, so it is drawn once. */
const Over = memo(function Over({ frame, later }: { frame: ShareFrame; later: LaterShares }) {
  const drawn = later.over(frame);
  return (
    drawn && (
      <svg className={styles.over} width={frame.width} height={frame.height} aria-hidden="true">
        {drawn}
      </svg>
    )
  );
});

function spokenLater(reading: TopicReading, now: LaterTexts | null): string[] {
  if (now === null || now.texts.size === 0) return [];
  const rows = reading.rows.flatMap(({ id, label }) => (now.texts.has(id) ? [`${label} ${now.texts.get(id)}`] : []));
  return rows.length > 0 ? [`${now.name}: ${rows.join("; ")}`] : [];
}

/** Over a drawing, so that moving it never draws the picture again. */
function Hair({ frame, index, day, text }: { frame: ShareFrame; index: number; day: number; text: string }): ReactElement {
  const x = frame.x(day);
  return (
    <svg className={styles.over} width={frame.width} height={frame.height} aria-hidden="true">
      <path d={`M${x} ${frame.top - 4}V${frame.bottom}`} stroke="var(--text-1)" />
      {frame.panel.marks.map((mark) => {
        const high = mark.high[index] ?? null;
        if (high === null || !mark.stroke) return null;
        return (
          <circle
            key={mark.id}
            cx={x}
            cy={frame.y(high)}
            r={4}
            fill={`var(--${mark.stroke.color})`}
            stroke="var(--surface-page)"
            strokeWidth={1.5}
          />
        );
      })}
      <ReadDay x={x} text={text} frame={frame} />
    </svg>
  );
}
