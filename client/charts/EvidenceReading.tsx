import type { ReactElement } from "react";
import { rowIds, type Statement } from "../../data/chart/statement.ts";
import { following } from "../app/follow.ts";
import styles from "./Evidence.module.css";
import type { PlacedDot } from "./evidence-frame.ts";

const WIDTH = 340;

interface Props {
  reading: readonly Statement[];
  /** What it is the reading of. */
  dot: Pick<PlacedDot, "x" | "y" | "span">;
  width: number;
  narrow: boolean;
  open: { href: string; text: string };
  growth: { href: string | null; text: string };
  onGrowth: () => void;
}

/** Everything that is known of a dot, and where it leads; on a phone it is docked to the bottom edge. */
export function EvidenceReading({ reading, dot, width, narrow, open, growth, onGrowth }: Props): ReactElement {
  const [first, ...others] = reading;
  return (
    <div className={styles.reading} style={narrow ? undefined : placeOf(dot, width)} data-reading>
      <div aria-hidden="true">
        {first && (
          <p className={styles.first} data-rows={rowIds(first)}>
            {first.text}
          </p>
        )}
        {others.map((one) => (
          <p key={one.text} data-rows={rowIds(one)} lang={one.lang}>
            {one.text}
          </p>
        ))}
      </div>
      <p className={styles.leads}>
        <a href={open.href} target="_blank" rel="noopener noreferrer" tabIndex={-1}>
          {open.text}
        </a>
        {growth.href === null ? (
          <span>{growth.text}</span>
        ) : (
          <a href={growth.href} tabIndex={-1} onClick={following(onGrowth)}>
            {growth.text}
          </a>
        )}
      </p>
    </div>
  );
}

/** Beside the dot and its words, so that the dots above and below can be pointed at; below where there is no room. */
function placeOf({ x, y, span }: Props["dot"], width: number) {
  if (span[1] + WIDTH + 12 <= width) return { left: span[1] + 10, top: y - 18, width: WIDTH };
  if (span[0] - WIDTH - 12 >= 0) return { left: span[0] - WIDTH - 10, top: y - 18, width: WIDTH };
  return { left: Math.max(0, Math.min(width - WIDTH, x - WIDTH / 2)), top: y + 10, width: WIDTH };
}
