import { type KeyboardEvent, type ReactElement, useState } from "react";
import { createPortal } from "react-dom";
import type { SurgeOfSeries } from "../../data/chart/surge-layer.ts";
import { Badge } from "../tables/Badge.tsx";
import styles from "./Chart.module.css";
import type { Drawing } from "./ChartDrawing.tsx";
import { DrawnBadge } from "./DrawnLabels.tsx";
import { type PlacedMark, placeMarks } from "./surge-place.ts";

const TIP = 300;

type Named = PlacedMark & { name: string };

/** Onset, peak and half-life on their lines. Each says what it is to who points at it, touches it or comes to it by Tab. */
export function DrawnMarks({
  layer,
  drawing: { model, frame, labels },
}: {
  layer: readonly SurgeOfSeries[];
  drawing: Pick<Drawing, "model" | "frame" | "labels">;
}): ReactElement {
  const [active, setActive] = useState<{ key: string; chart: Element } | null>(null);
  const marks = frame.panels.flatMap((at) =>
    placeMarks(layer, at, frame, labels).map((placed): Named => {
      const line = at.panel.lines.find((one) => placed.key.startsWith(`${one.id} `));
      return { ...placed, name: [at.panel.title, line?.label ?? ""].filter(Boolean).join(model.speech.words.comma) };
    }),
  );
  const read = marks.find((mark) => mark.key === active?.key);
  const show = (key: string) => (event: { currentTarget: Element }) => {
    const chart = event.currentTarget.closest("[data-chart]");
    if (chart) setActive({ key, chart });
  };
  const hide = () => setActive(null);
  return (
    <g data-surge="">
      {marks.map(({ key: id, ...mark }) => (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no button
        <g
          key={id}
          className="event"
          data-mark={mark.mark.figure}
          role="button"
          tabIndex={0}
          aria-label={`${mark.mark.text}, ${mark.name}: ${mark.mark.sentence}`}
          onPointerEnter={show(id)}
          onPointerLeave={(pointer) => pointer.pointerType !== "touch" && hide()}
          onFocus={show(id)}
          onBlur={hide}
          onClick={show(id)}
          onKeyDown={(key: KeyboardEvent<Element>) => {
            if (key.key === "Escape") return hide();
            if (key.key !== "Enter" && key.key !== " ") return;
            key.preventDefault();
            show(id)(key);
          }}
        >
          <Sign {...mark} />
          {mark.label && <Words {...mark} />}
        </g>
      ))}
      {/* Beside the buttons: the name of one is what is seen in it. */}
      <g data-badges="">{marks.map(({ key, label }) => label?.badge && <DrawnBadge key={key} {...label.badge} />)}</g>
      {read && active && createPortal(<Tip mark={read} width={frame.width} narrow={frame.narrow} />, active.chart)}
    </g>
  );
}

/** Hollow and in dashes where nobody counted. */
function Sign({ mark, kind, color, x, y, end, form }: Omit<PlacedMark, "key">): ReactElement {
  const counted = kind === "observed" || kind === "estimate";
  const ink = `var(--${color})`;
  const place = form === "sign" ? (end ?? x) : x;
  const d = { onset: `M${place} ${y + 10}V${y - 12}`, peak: circle(place, y, 8), half_life: `M${place} ${y - 8}v16` }[mark.figure];
  const ends = form === "bracket" ? `M${x} ${y - 5}v10M${end} ${y - 5}v10` : "";
  return (
    <>
      <path
        d={form === "bracket" ? `M${x} ${y}H${end}` : d}
        fill="none"
        stroke={ink}
        strokeWidth={1.5}
        strokeDasharray={counted ? undefined : "3 2"}
      />
      {ends !== "" && <path d={ends} stroke={ink} strokeWidth={1.5} />}
      {mark.figure === "onset" && (
        <path
          d={`M${place} ${y - 12}h8l-2.5 3.5l2.5 3.5h-8z`}
          fill={counted ? ink : "var(--surface-page)"}
          stroke={ink}
          strokeWidth={1.25}
          strokeLinejoin="round"
        />
      )}
      {form === "bracket" ? (
        <path d={`M${x} ${y}H${end}`} stroke="transparent" strokeWidth={24} />
      ) : (
        <circle cx={place} cy={y} r={12} fill="transparent" />
      )}
    </>
  );
}

function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
}

function Words({ label }: Omit<PlacedMark, "key">): ReactElement | null {
  if (!label) return null;
  return (
    <text
      x={label.x}
      y={label.y}
      fontSize={label.size}
      fill="var(--text-2)"
      stroke="var(--surface-page)"
      strokeWidth={4}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {label.rows[0]?.[0]?.text}
    </text>
  );
}

/** Beside the mark, or docked to the bottom edge of a phone. */
function Tip({ mark, width, narrow }: { mark: Named; width: number; narrow: boolean }): ReactElement {
  const x = mark.form === "bracket" ? (mark.end as number) : mark.x;
  const left = x + TIP + 24 < width ? x + 20 : x - TIP - 20;
  return (
    <div
      className={styles.tip}
      style={narrow ? undefined : { left: Math.max(0, left), top: mark.y + 16, width: TIP }}
      aria-hidden="true"
      data-tip=""
    >
      <p className={styles.tipTitle}>
        {mark.mark.text}
        <Badge kind={mark.kind} />
      </p>
      <p className={styles.tipNothing}>{mark.name}</p>
      <p>{mark.mark.sentence}</p>
    </div>
  );
}
