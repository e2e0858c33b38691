import { useState } from "react";
import { wordsOf } from "../../app/language.ts";
import { later } from "../../app/later.ts";
import { Cell } from "../../controls/Cell.tsx";
import { LaterPopover } from "../../controls/LaterPopover.tsx";
import type { MeasurePanelProps } from "../../controls/MeasurePanel.tsx";
import { GROWTH } from "./words.ts";

const PANEL = later(() => import("../../controls/MeasurePanel.tsx"));

/** The measure in a word, and what chooses another. */
export function MeasureCell(props: MeasurePanelProps) {
  const [open, setOpen] = useState(false);
  const { label, names, day0, second } = wordsOf(GROWTH).measure;
  const { measure, align, compare } = props.view;
  const value = [names[measure], align !== "" && day0, compare !== "" && second].filter(Boolean).join(", ");
  return (
    <Cell label={label} value={value} wide={false} open={open} onOpen={setOpen}>
      {(close) => (
        <LaterPopover part={PANEL} label={label} onClose={close}>
          {({ MeasurePanel }) => <MeasurePanel {...props} />}
        </LaterPopover>
      )}
    </Cell>
  );
}
