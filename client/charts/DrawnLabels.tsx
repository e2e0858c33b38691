import type { ReactElement } from "react";
import { CHART } from "../../data/chart/chart-words.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { SourceKind } from "../../data/model/source.ts";
import { wordsOf } from "../app/language.ts";
import type { Frame } from "./frame.ts";
import { badgeWidth, type Label, LINE, type Run, titleLine } from "./label.ts";

/** The words on the picture: panel titles and what `panelLabels` found places for. */
export function DrawnLabels({ labels, frame, model }: { labels: readonly Label[]; frame: Frame; model: ChartModel }): ReactElement {
  return (
    <g>
      {frame.panels.map(({ panel, top }) => {
        const color = panel.platform === null ? "text-1" : `${accent(model, panel.platform)}`;
        return (
          <text
            key={panel.id}
            x={0}
            y={titleLine({ panel, top })}
            fontSize={14}
            className="halo"
            stroke="var(--surface-page)"
            strokeWidth={5}
            strokeLinejoin="round"
            paintOrder="stroke"
          >
            <tspan fontWeight={600} fill={`var(--${color})`}>
              {panel.title}
            </tspan>
            <tspan fill="var(--text-3)" fontSize={12} dx={6}>
              {frame.narrow ? panel.brief : panel.subtitle}
            </tspan>
          </text>
        );
      })}
      {labels.map((label) => (
        <g key={label.key}>
          {label.rows.map((row, index) => (
            <text
              key={row.map((run) => run.text).join("")}
              x={label.x}
              y={label.y + index * LINE}
              fontSize={label.size}
              textAnchor={label.anchor}
              stroke={label.onField ? "var(--nodata-bg)" : "var(--surface-page)"}
              strokeWidth={label.onField ? 8 : 4}
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {row.map((run) => (
                <tspan
                  key={run.text}
                  fontWeight={run.bold ? (label.onField ? 500 : 600) : undefined}
                  fill={`var(--${ink(run)})`}
                  xmlSpace="preserve"
                >
                  {run.text}
                </tspan>
              ))}
            </text>
          ))}
          {label.sample && (
            <path
              d={`M${label.sample.x} ${label.sample.y}h12`}
              stroke={`var(--${label.sample.stroke.color})`}
              strokeWidth={label.sample.stroke.width}
              strokeDasharray={label.sample.stroke.dash || undefined}
              strokeLinecap={label.sample.stroke.cap}
            />
          )}
          {label.badge && <DrawnBadge {...label.badge} />}
        </g>
      ))}
    </g>
  );
}

/** A badge in SVG, as the tables have it in HTML. */
export function DrawnBadge({ kind, x, y }: { kind: SourceKind; x: number; y: number }): ReactElement {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={badgeWidth(kind)}
        height={18}
        rx={3}
        fill={`var(--kind-${kind}-bg)`}
        stroke={kind === "modelled" || kind === "illustrative" ? `var(--kind-${kind}-line)` : "none"}
        strokeDasharray={kind === "modelled" ? "3 2" : undefined}
      />
      <text x={x + 6} y={y + 12.8} fontSize={11} fontWeight={500} fill={`var(--kind-${kind}-fg)`}>
        {wordsOf(CHART).kind[kind]}
      </text>
    </g>
  );
}

/** Only the two accents may colour text; other series write their name in ink beside their line. */
function ink(run: Run): string {
  if (run.color === "rednote" || run.color === "tiktok") return `${run.color}-ink`;
  return run.color === "text-2" ? "text-2" : "text-1";
}

function accent(model: ChartModel, platform: string): string {
  const known = platform === "rednote" || platform === "tiktok";
  return known && model.view.platforms.includes(platform) ? `${platform}-ink` : "text-1";
}
