import type { KeyboardEvent, ReactElement } from "react";
import { CHART } from "../../data/chart/chart-words.ts";
import type { EventMark } from "../../data/chart/picture.ts";
import { wordsOf } from "../app/language.ts";
import type { PlacedEvent } from "./events.ts";
import type { Frame } from "./frame.ts";

const ROW = 20;

/** Rules, labels, numbers and rings of events; each can be pointed at, touched and focused. */
export function DrawnEvents({
  events,
  frame,
  onEvent,
}: {
  events: readonly PlacedEvent[];
  frame: Frame;
  onEvent?: (day: number) => void;
}): ReactElement {
  return (
    <g>
      <path d={`M${frame.left} ${frame.lane}H${frame.right}`} stroke="var(--line-2)" />
      {events.map(({ mark, x, form, row }) => (
        <g key={mark.event.slug}>
          {mark.to > mark.from && form !== "ring" && (
            <rect
              x={x - bandWidth(frame) / 2}
              y={frame.lane + 2}
              width={bandWidth(frame)}
              height={frame.bottom - frame.lane - 2}
              fill="var(--text-1)"
              opacity="0.08"
            />
          )}
          {form === "label" && <path d={`M${x + 0.5} ${row * ROW + 1}V${frame.bottom}`} stroke="var(--line-2)" />}
          {form === "number" && <path d={`M${x} ${row * ROW + 18}V${frame.bottom}`} stroke="var(--line-2)" strokeDasharray="1 3" />}
        </g>
      ))}
      {events.map(({ mark, x, form, row, anchor, number }) => (
        // biome-ignore lint/a11y/useSemanticElements: SVG has no button
        <g
          key={mark.event.slug}
          className="event"
          tabIndex={onEvent ? 0 : -1}
          role="button"
          aria-label={nameOf(mark, form, number)}
          onClick={() => onEvent?.(mark.to)}
          onKeyDown={(key: KeyboardEvent) => {
            if (key.key !== "Enter" && key.key !== " ") return;
            key.preventDefault();
            onEvent?.(mark.to);
          }}
        >
          {form === "label" && (
            <text x={anchor === "start" ? x + 6 : x - 6} y={row * ROW + 12} fontSize={12} textAnchor={anchor} fill="var(--text-2)">
              <tspan fontWeight={600} fill="var(--text-1)">
                {mark.dateText}
              </tspan>
              <tspan dx={2}> {mark.event.short}</tspan>
            </text>
          )}
          {form === "number" && (
            <>
              <circle cx={x} cy={row * ROW + 9} r={8.5} fill="var(--surface-page)" stroke="var(--line-3)" />
              <text x={x} y={row * ROW + 13} fontSize={11} fontWeight={500} textAnchor="middle" fill="var(--text-2)">
                {number}
              </text>
            </>
          )}
          {form === "ring" && (
            <>
              <circle cx={x} cy={frame.lane} r={10} fill="transparent" />
              <circle cx={x} cy={frame.lane} r={3} fill="var(--surface-page)" stroke="var(--line-3)" strokeWidth={1.25} />
            </>
          )}
        </g>
      ))}
    </g>
  );
}

/** Begins with what is seen, so that who speaks to the page can name it. */
function nameOf({ dateText, event }: EventMark, form: PlacedEvent["form"], number: number): string {
  const { comma, named } = wordsOf(CHART);
  if (form === "label") return named(`${dateText} ${event.short}`, event.title);
  return named(form === "number" ? [number, dateText].join(comma) : dateText, event.title);
}

/** The band of an event that lasted part of two days. */
function bandWidth(frame: Frame): number {
  return Math.max(3, (frame.x(1) - frame.x(0)) * 0.6);
}
