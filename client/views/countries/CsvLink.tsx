import { type MouseEvent, type ReactElement, useState } from "react";
import type { View } from "../../../data/model/view.ts";
import { api, read } from "../../app/api.ts";
import { wordsOf } from "../../app/language.ts";
import { heldToken } from "../../app/token.ts";
import styles from "./Countries.module.css";
import { surgesQuery } from "./csv.ts";
import type { CountryRow } from "./rows.ts";
import { COUNTRIES } from "./words.ts";

interface Props {
  view: View;
  rows: readonly CountryRow[];
  /** The vintage of what the table shows, which the file shows, too. */
  vintage: number;
}

/** The surges of the table's rows as a file, at an address that anybody may ask. */
export function CsvLink({ view, rows, vintage }: Props): ReactElement {
  const words = wordsOf(COUNTRIES);
  const [failure, setFailure] = useState<string | null>(null);
  const query = surgesQuery(view, rows, vintage);
  const name = `surges-${view.metric}-vintage-${vintage}.csv`;
  // A link carries no token: with one, the file is asked for here and then handed over.
  const fetchIt = (click: MouseEvent) => {
    if (heldToken().text === "") return;
    click.preventDefault();
    fileOf(query).then(
      (file) => {
        setFailure(null);
        hand(file, name);
      },
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <a
        className={styles.csv}
        href={`/api/v1/surges?${new URLSearchParams(query)}`}
        download={name}
        title={words.csvHelp}
        onClick={fetchIt}
      >
        CSV
      </a>
      {failure !== null && <span role="alert">{failure}</span>}
    </>
  );
}

async function fileOf(query: Record<string, string>): Promise<Blob> {
  const asked = api.surges.$get({ query });
  const answer = await asked.catch(() => null);
  if (answer?.ok) return answer.blob();
  // A problem, which this says in the reader's language.
  return read<never>(asked);
}

function hand(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
