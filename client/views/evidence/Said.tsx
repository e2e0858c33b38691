import type { ReactElement } from "react";
import { rowIds, type Statement } from "../../../data/chart/statement.ts";

/** A statement with its rows: the one way in which this page says anything of a figure or a claim. */
export function Said({ of, className }: { of: Statement; className?: string }): ReactElement {
  return (
    <span data-rows={rowIds(of)} lang={of.lang} className={className}>
      {of.text}
    </span>
  );
}

/** Several, one after the other. */
export function AllSaid({ of }: { of: readonly Statement[] }): ReactElement {
  return (
    <>
      {of.map((one, index) => (
        <span key={one.text}>
          {index > 0 && " "}
          <Said of={one} />
        </span>
      ))}
    </>
  );
}
