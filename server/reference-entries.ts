import { CsvError, parse } from "csv-parse/sync";
import {
  CLAIM_ROW,
  COUNTRY_ROW,
  EVENT_ROW,
  FIGURE_ROW,
  METRIC_ROW,
  PLATFORM_ROW,
  SOURCE_ROW,
  TOPIC_ROW,
} from "../data/reference/entries.ts";
import type { Row } from "../data/reference/row.ts";
import { type Line, type TableFault, tableOf } from "../data/reference/table.ts";
import { ANCHOR_ROW, type Anchor, fixedSources } from "../data/sample/anchor.ts";
import { REFERENCE_FILES, ReferenceFileError, type ShippedFile } from "./shipped.ts";
import type { Reference } from "./store/store.ts";

/** What the files of the reference say. Throws a ReferenceFileError that names file, line and column of each fault. */
export function referenceOf(files: readonly ShippedFile[]): Reference {
  const fixes = fixedSources(entriesOf(files, REFERENCE_FILES.anchors, ANCHOR_ROW));
  return {
    platforms: entriesOf(files, REFERENCE_FILES.platforms, PLATFORM_ROW, (entry) => entry.id),
    countries: entriesOf(files, REFERENCE_FILES.countries, COUNTRY_ROW, (entry) => entry.id),
    metrics: entriesOf(files, REFERENCE_FILES.metrics, METRIC_ROW, (entry) => entry.id),
    topics: entriesOf(files, REFERENCE_FILES.topics, TOPIC_ROW, (entry) => entry.id),
    sources: entriesOf(files, REFERENCE_FILES.sources, SOURCE_ROW, (entry) => entry.id),
    figures: entriesOf(files, REFERENCE_FILES.figures, FIGURE_ROW, (entry) => entry.id).map((figure) => ({
      ...figure,
      fixes: fixes.get(figure.id) ?? [],
    })),
    events: entriesOf(files, REFERENCE_FILES.events, EVENT_ROW, (entry) => entry.slug),
    claims: entriesOf(files, REFERENCE_FILES.claims, CLAIM_ROW, (entry) => entry.id),
  };
}

/** What `anchors.csv` says. Throws as {@link referenceOf} does. */
export function anchorsOf(files: readonly ShippedFile[]): Anchor[] {
  return entriesOf(files, REFERENCE_FILES.anchors, ANCHOR_ROW);
}

/** The entries of one of the files; with `idOf`, none may have the id of another. */
function entriesOf<Entry>(files: readonly ShippedFile[], name: string, row: Row<Entry>, idOf?: (entry: Entry) => string): Entry[] {
  const { entries, faults } = tableOf(row, linesOf(files, name), idOf);
  if (faults.length === 0) return entries;
  const place = ({ line, column }: TableFault) => `data/${name}, line ${line}${column && `, column ${column}`}`;
  throw new ReferenceFileError(faults.map((fault) => `${place(fault)}: ${fault.detail}`).join("\n"));
}

function linesOf(files: readonly ShippedFile[], name: string): Line[] {
  const bytes = files.find((file) => file.name === name)?.bytes ?? "";
  const lines: Line[] = [];
  try {
    parse(bytes, {
      bom: true,
      relax_column_count: true,
      on_record: (cells: string[], { lines: line }) => {
        lines.push({ line, cells });
        return null;
      },
    });
    return lines;
  } catch (cause) {
    if (cause instanceof CsvError) throw new ReferenceFileError(`data/${name}: ${cause.message}`, { cause });
    throw cause;
  }
}
