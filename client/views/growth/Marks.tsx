import type { ReactElement, ReactNode } from "react";
import type { ChartModel } from "../../../data/chart/picture.ts";
import type { SourceKind } from "../../../data/model/source.ts";
import { wordsOf } from "../../app/language.ts";
import styles from "./Growth.module.css";
import { GROWTH } from "./words.ts";

/** How to read the marks: those that this picture has. */
export function Marks({ model }: { model: ChartModel }): ReactElement {
  const words = wordsOf(GROWTH).marks;
  const lines = model.panels.flatMap((panel) => panel.lines);
  const figures = model.panels.flatMap((panel) => panel.figures);
  const has = (kind: SourceKind) => lines.some((line) => line.kind === kind);
  const buckets = model.view.interval !== "day";
  return (
    <ul className={styles.marks} aria-label={words.label}>
      {figures.some((mark) => mark.state === "fixes" || mark.state === "alone") && (
        <li>
          <Sample width={16}>
            <circle cx="8" cy="6" r="4.5" fill="var(--text-2)" />
          </Sample>
          {words.figure}
        </li>
      )}
      {figures.some((mark) => mark.state === "conflict") && (
        <li>
          <Sample width={16}>
            <circle cx="8" cy="6" r="3.8" fill="none" stroke="var(--text-2)" strokeWidth="1.6" />
          </Sample>
          {words.conflict}
        </li>
      )}
      {figures.some((mark) => mark.state === "untraceable") && (
        <li>
          <Sample width={16}>
            <circle cx="8" cy="6" r="3.8" fill="none" stroke="var(--text-3)" strokeWidth="1.5" strokeDasharray="2 2" />
          </Sample>
          {words.untraceable}
        </li>
      )}
      {has("observed") && (
        <li>
          <Sample width={28}>
            <path d="M1 6H27" stroke="var(--text-2)" strokeWidth="2.25" />
          </Sample>
          {words.kind.observed}
        </li>
      )}
      {has("estimate") && (
        <li>
          <Sample width={28}>
            <path d="M1 6H27" stroke="var(--text-2)" strokeWidth="1.5" />
          </Sample>
          {words.kind.estimate}
        </li>
      )}
      {has("modelled") && (
        <li>
          <Sample width={28}>
            <path d="M1 6H27" stroke="var(--text-2)" strokeWidth="2.25" strokeDasharray="7 4" />
          </Sample>
          {words.kind.modelled}
        </li>
      )}
      {has("illustrative") && (
        <li>
          <Sample width={28}>
            <path d="M1 3H27" stroke="var(--text-2)" strokeWidth="2.25" />
            <path d="M4 12l6-7M11 12l6-7M18 12l6-7" stroke="var(--text-2)" />
          </Sample>
          {words.kind.illustrative}
        </li>
      )}
      {lines.length > 0 && (
        <li className={buckets ? undefined : styles.partKey}>
          <Sample width={28}>
            <path d="M1 6H20" stroke="var(--text-2)" strokeWidth="1.25" strokeDasharray="2 3" />
            <circle cx="23" cy="6" r="3" fill="var(--surface-page)" stroke="var(--text-2)" strokeWidth="1.25" />
          </Sample>
          {words.part}
        </li>
      )}
      {model.panels.some((panel) => panel.fields.length > 0) && (
        <li>
          <span className={styles.hatch} />
          {lines.every((line) => line.kind === "modelled") ? words.noFigure : words.noData}
        </li>
      )}
    </ul>
  );
}

function Sample({ width, children }: { width: number; children: ReactNode }): ReactElement {
  return (
    <svg width={width} height="12" aria-hidden="true">
      {children}
    </svg>
  );
}
