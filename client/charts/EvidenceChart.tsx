import { type KeyboardEvent, type PointerEvent, type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import type { ChartSaid } from "../../data/chart/evidence-page.ts";
import { rowIds, type Statement } from "../../data/chart/statement.ts";
import type { Figure } from "../../data/model/figure.ts";
import styles from "./Evidence.module.css";
import { EvidenceDrawing } from "./EvidenceDrawing.tsx";
import { EvidenceReading } from "./EvidenceReading.tsx";
import { type EvidenceText, evidenceFrame, type PlacedDot } from "./evidence-frame.ts";
import { Plot } from "./Plot.tsx";

export interface EvidenceChartProps {
  said: ChartSaid;
  text: EvidenceText;
  width: number;
  /** Id of the figure that the address points out. */
  pointed: string;
  /** Everything that is known of a dot. */
  readingOf: (dot: PlacedDot["said"]) => Statement[];
  /** How to use the chart, for who does not see it. */
  help: string;
  open: string;
  /** Where the growth chart points a figure out, or why it does not. */
  growth: (figure: Figure) => { href: string; text: string } | { href: null; text: string };
  onGrowth: (figure: Figure) => void;
  /** Goes to the rows of the table. */
  onTable: () => void;
  describedBy: string;
}

/** How near to the window a chart is drawn. */
const NEAR = "900px 0px";
/** How near to a dot a pointer reads it. */
const REACH = 22;

/** A chart of evidence as a person uses it: dots are links; pointer, touch and arrow keys read them. */
export function EvidenceChart({ said, text, width, pointed, describedBy, ...props }: EvidenceChartProps): ReactElement {
  const frame = useMemo(() => evidenceFrame(said, text, width), [said, text, width]);
  const plot = useRef<HTMLDivElement>(null);
  const near = useNear(plot);
  const [active, setActive] = useState<string | null>(null);
  const order = useMemo(() => frame.dots.toSorted((a, b) => a.x - b.x || a.y - b.y), [frame]);
  const dot = order.find((one) => one.said.id === active);
  const nameOf = useMemo(
    () => (one: PlacedDot) => {
      // Begins with what is seen, so that who speaks to the page can name it.
      const seen = [one.label.value, one.label.rest].filter((part) => part !== "").join(" ");
      return `${seen}, ${text.provider(one.row)}, ${text.platform(one.row.platform)}: ${props.open}`;
    },
    [text, props.open],
  );
  const onPointer = (pointer: PointerEvent<HTMLDivElement>) => {
    if ((pointer.target as Element).closest("[data-reading]")) return;
    const box = pointer.currentTarget.getBoundingClientRect();
    const link = (pointer.target as Element).closest("[data-figure]")?.getAttribute("data-figure");
    setActive(link ?? nearest(order, pointer.clientX - box.left, pointer.clientY - box.top));
  };
  const onKeyDown = (key: KeyboardEvent<HTMLDivElement>) => {
    if (key.key === "Escape") return setActive(null);
    if (key.target !== key.currentTarget || key.metaKey || key.ctrlKey || key.altKey || order.length === 0) return;
    if (key.key.toLowerCase() === "t") {
      key.preventDefault();
      return props.onTable();
    }
    const at = order.findIndex((one) => one.said.id === active);
    const step = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: order.length - 1 }[key.key];
    const lead = dot?.said.dot.figures[0];
    if (step !== undefined) setActive(order[Math.min(order.length - 1, Math.max(0, step))]?.said.id ?? null);
    else if (key.key === "Enter" && dot) plot.current?.querySelector<SVGAElement>(`[data-figure="${dot.said.id}"]`)?.dispatchEvent(click());
    else if (key.key.toLowerCase() === "g" && lead && props.growth(lead).href !== null) props.onGrowth(lead);
    else return;
    key.preventDefault();
  };
  const reading = dot ? props.readingOf(dot.said) : [];
  return (
    <Plot
      said={reading.map((one) => (
        <span key={one.text} data-rows={rowIds(one)} lang={one.lang}>
          {one.text}{" "}
        </span>
      ))}
      ref={plot}
      className={styles.plot}
      style={{ height: frame.height }}
      aria-label={props.help}
      aria-describedby={describedBy}
      data-chart="evidence"
      data-quantity={said.chart.id}
      onPointerMove={(pointer) => pointer.pointerType !== "touch" && onPointer(pointer)}
      onPointerDown={onPointer}
      onPointerLeave={(pointer) => pointer.pointerType !== "touch" && setActive(null)}
      onKeyDown={onKeyDown}
      onBlur={(blur) => !blur.currentTarget.contains(blur.relatedTarget) && setActive(null)}
    >
      {near && <EvidenceDrawing frame={frame} axis={said.chart.axis} nameOf={nameOf} pointed={pointed} active={active} />}
      {dot && (
        <EvidenceReading
          reading={reading}
          dot={dot}
          width={width}
          narrow={frame.narrow}
          open={{ href: dot.said.dot.figures[0].url, text: props.open }}
          growth={props.growth(dot.said.dot.figures[0])}
          onGrowth={() => props.onGrowth(dot.said.dot.figures[0])}
        />
      )}
    </Plot>
  );
}

/** As the reader's own press of the link would be. */
function click(): MouseEvent {
  return new MouseEvent("click", { bubbles: true, cancelable: true });
}

function nearest(dots: readonly PlacedDot[], x: number, y: number): string | null {
  let best: string | null = null;
  let least = REACH;
  for (const dot of dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance < least) [best, least] = [dot.said.id, distance];
  }
  return best;
}

/** Whether an element has come near to the window: seventy charts are not drawn before anybody can see them. */
function useNear(place: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (!place.current || near) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: NEAR });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place, near]);
  return near;
}
