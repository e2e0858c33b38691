import { memo, type ReactElement } from "react";
import { Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { rowIds } from "../../data/chart/statement.ts";
import { type EvidenceFrame, type PlacedBracket, type PlacedDot, type PlacedRow, WIDER } from "./evidence-frame.ts";
import { textWidth } from "./text.ts";

interface Props {
  frame: EvidenceFrame;
  axis: { low: number; high: number };
  /** What is said of a dot as a link. */
  nameOf: (dot: PlacedDot) => string;
  /** Id of the figure that the address points out. */
  pointed: string;
  /** Id of the dot that is read. */
  active: string | null;
}

/** A dot-and-range chart of one quantity: axes and dots by Recharts, with sizes, domains and ticks given. */
export const EvidenceDrawing = memo(function EvidenceDrawing({ frame, axis, nameOf, pointed, active }: Props): ReactElement {
  const { width, height, left, right, bottom } = frame;
  const data = frame.dots.map((dot) => ({ x: dot.said.dot.x, y: dot.y, dot }));
  return (
    <ScatterChart width={width} height={height} margin={{ top: 0, left, right: width - right, bottom: 0 }} accessibilityLayer={false}>
      <Ground frame={frame} />
      <XAxis
        dataKey="x"
        type="number"
        scale="log"
        domain={[axis.low, axis.high]}
        ticks={frame.ticks.map(({ value }) => value)}
        interval={0}
        height={height - bottom}
        axisLine={{ stroke: "var(--line-2)" }}
        tickLine={{ stroke: "var(--line-3)" }}
        tickSize={5}
        tick={(props) => (
          <text data-tick="" x={Number(props.x)} y={Number(props.y) + 11} fontSize={12} textAnchor="middle" fill="var(--text-3)">
            {frame.ticks.find(({ value }) => value === props.payload.value)?.text}
          </text>
        )}
      />
      <YAxis dataKey="y" type="number" domain={[0, bottom]} reversed hide width={0} />
      <Scatter
        data={data}
        isAnimationActive={false}
        shape={(props: { cx?: number; cy?: number; payload?: { dot: PlacedDot } }) =>
          props.payload ? (
            <Dot at={props.payload.dot} frame={frame} name={nameOf(props.payload.dot)} pointed={pointed} active={active} />
          ) : (
            <g />
          )
        }
      />
    </ScatterChart>
  );
});

/** Under the dots: the grid, the range of each row, names, and how far readings are apart. */
function Ground({ frame }: { frame: EvidenceFrame }): ReactElement {
  return (
    <g>
      {frame.ticks.map(({ value, x }) => (
        <path key={value} d={`M${x} ${frame.rows[0]?.top ?? 0}V${frame.bottom}`} stroke="var(--line-1)" />
      ))}
      {frame.rows.map((row) => (
        <Row key={`${row.row.provider.id} ${row.row.platform}`} at={row} frame={frame} />
      ))}
      {frame.brackets.map((bracket) => (
        <Bracket key={rowIds(bracket.said.said)} at={bracket} frame={frame} />
      ))}
    </g>
  );
}

function Row({ at, frame }: { at: PlacedRow; frame: EvidenceFrame }): ReactElement {
  const { row, name, platform, range, top, bottom } = at;
  const ink = `var(--${row.dots[0]?.color ?? "text-3"})`;
  const header = frame.narrow && (name.length > 0 || platform !== "") ? 18 : 0;
  const under = at.text + (frame.narrow ? 0 : name.length * 15);
  const beside = frame.narrow && name[0] !== undefined ? textWidth(name[0], 12, 600) * WIDER + 10 : 0;
  const rows = row.dots.flatMap((dot) => dot.figures.map(({ id }) => id)).join(" ");
  return (
    <g data-rows={rows}>
      {name.length > 0 && <path d={`M0 ${top + 0.5}H${frame.right}`} stroke="var(--line-1)" />}
      {range && (
        <rect
          x={range[0]}
          y={top + header + 5}
          width={range[1] - range[0]}
          height={bottom - top - header - 10}
          rx={3}
          fill={ink}
          opacity={0.1}
        />
      )}
      {name.map((line, index) => (
        <text key={line} x={0} y={at.text + index * 15} fontSize={12} fontWeight={600} fill="var(--text-1)">
          {line}
        </text>
      ))}
      {platform !== "" && (
        <g transform={`translate(${beside} ${under})`}>
          <circle cx={4} cy={-4} r={4} fill={ink} />
          <text x={14} y={0} fontSize={12} fill="var(--text-2)">
            {platform}
          </text>
        </g>
      )}
    </g>
  );
}

/** Two readings of one thing: the line between them, their ratio, and threads down to the two. */
function Bracket({ at, frame }: { at: PlacedBracket; frame: EvidenceFrame }): ReactElement {
  const { x1, x2, y, said, label } = at;
  const ids = said.said.rows.map(({ id }) => id);
  const ends = frame.dots.filter((dot) => dot.said.dot.figures.some(({ id }) => ids.includes(id)));
  return (
    <g data-rows={rowIds(said.said)}>
      {ends.map((dot) => (
        <path key={dot.said.id} d={`M${dot.x} ${y}V${dot.y - 6}`} stroke="var(--line-3)" strokeDasharray="1 3" />
      ))}
      <path
        d={
          label.anchor === "middle"
            ? `M${x1} ${y - 4}v8M${x1} ${y}H${label.x - label.half}M${label.x + label.half} ${y}H${x2}M${x2} ${y - 4}v8`
            : `M${x1} ${y - 4}v8M${x1} ${y}H${x2}M${x2} ${y - 4}v8`
        }
        stroke="var(--text-1)"
        fill="none"
      />
      <text
        x={label.x}
        y={y + 4}
        fontSize={12}
        fontWeight={600}
        textAnchor={label.anchor}
        fill="var(--text-1)"
        stroke="var(--surface-page)"
        strokeWidth={5}
        paintOrder="stroke"
      >
        {said.said.text}
      </text>
    </g>
  );
}

/** A number leads to where it was published. */
function Dot({
  at,
  frame,
  name,
  pointed,
  active,
}: {
  at: PlacedDot;
  frame: EvidenceFrame;
  name: string;
  pointed: string;
  active: string | null;
}): ReactElement {
  const { x, y, label, said } = at;
  const { dot } = said;
  const [lead] = dot.figures;
  const ink = dot.state === "untraceable" ? "var(--text-3)" : `var(--${dot.color})`;
  const accent = dot.color === "rednote" || dot.color === "tiktok" ? `var(--${dot.color}-ink)` : "var(--text-1)";
  const isPointed = dot.figures.some(({ id }) => id === pointed);
  return (
    <a
      className="figure"
      data-figure={said.id}
      data-rows={dot.figures.map(({ id }) => id).join(" ")}
      data-vintage={said.vintage}
      data-narrow={frame.narrow || undefined}
      href={lead.url}
      target="_blank"
      rel="noopener noreferrer"
      tabIndex={-1}
      aria-label={name}
    >
      <circle cx={x} cy={y} r={9.5} fill="transparent" stroke={isPointed || active === said.id ? "var(--text-1)" : undefined} />
      {lead.qualifier === "under" && <path d={`M${x - 5} ${y}h-11m4 -3.5l-4.5 3.5l4.5 3.5`} fill="none" stroke={ink} strokeWidth={1.5} />}
      {lead.qualifier === "over" && <path d={`M${x + 5} ${y}h11m-4 -3.5l4.5 3.5l-4.5 3.5`} fill="none" stroke={ink} strokeWidth={1.5} />}
      {dot.state === "plain" && <circle cx={x} cy={y} r={4.75} fill={ink} stroke="var(--surface-page)" strokeWidth={1.5} />}
      {dot.state === "conflict" && <circle cx={x} cy={y} r={4} fill="var(--surface-page)" stroke={ink} strokeWidth={1.75} />}
      {dot.state === "untraceable" && (
        <circle cx={x} cy={y} r={4} fill="var(--surface-page)" stroke={ink} strokeWidth={1.5} strokeDasharray="2 2" />
      )}
      {dot.state === "former" && (
        <circle cx={x} cy={y} r={4.75} fill="var(--surface-page)" stroke={ink} strokeWidth={1.75} strokeDasharray="3 2" />
      )}
      <text
        x={label.x}
        y={y + 4}
        fontSize={12}
        textAnchor={label.anchor}
        stroke="var(--surface-page)"
        strokeWidth={3}
        strokeLinejoin="round"
        paintOrder="stroke"
        fill="var(--text-3)"
      >
        <tspan fontWeight={600} fill={dot.state === "untraceable" ? "var(--text-3)" : dot.state === "former" ? "var(--text-2)" : accent}>
          {label.value}
        </tspan>
        {label.rest !== "" && <tspan dx={2}> {label.rest}</tspan>}
      </text>
    </a>
  );
}
