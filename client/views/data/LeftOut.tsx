import { type ReactElement, useState } from "react";
import { ApiError, tokenHeader } from "../../app/api.ts";
import styles from "./AddFile.module.css";
import { plural } from "./told.ts";

/** The rows that a batch left out, as a file with what is wrong with each. */
export function LeftOut({ batch, count }: { batch: number; count: number }): ReactElement {
  const [failure, setFailure] = useState<string | null>(null);
  const download = async () => {
    setFailure(null);
    try {
      save(await rejectedOf(batch), `rejected-${batch}.csv`);
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : "No answer came. Try again.");
    }
  };
  return (
    <>
      <button type="button" className={styles.other} onClick={download}>
        Download the {plural(count, "row")} left out
      </button>
      {failure !== null && (
        <p role="alert" className={styles.said}>
          The rows could not be downloaded. {failure}
        </p>
      )}
    </>
  );
}

/** Not a link: the answer takes the token that a link would not carry. */
async function rejectedOf(batch: number): Promise<Blob> {
  const response = await fetch(`/api/v1/batches/${batch}/rejected`, { headers: tokenHeader() });
  if (response.ok) return response.blob();
  const problem = (await response.json().catch(() => ({}))) as { detail?: string };
  throw new ApiError(problem.detail ?? `The server answered ${response.status}.`);
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // A browser may read it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
