import { type ReactElement, useState } from "react";
import { ApiError, tokenHeader, typeOf } from "../../app/api.ts";
import { wordsOf } from "../../app/language.ts";
import { PROBLEMS } from "../../app/problem-words.ts";
import styles from "./AddFile.module.css";
import { FILE } from "./file-words.ts";

/** The rows that a batch left out, as a file with what is wrong with each. */
export function LeftOut({ batch, count }: { batch: number; count: number }): ReactElement {
  const words = wordsOf(FILE).left;
  const [failure, setFailure] = useState<string | null>(null);
  const download = async () => {
    setFailure(null);
    try {
      save(await rejectedOf(batch), `rejected-${batch}.csv`);
    } catch (error) {
      setFailure(error instanceof ApiError ? error.message : words.again);
    }
  };
  return (
    <>
      <button type="button" className={styles.other} onClick={download}>
        {words.download(count)}
      </button>
      {failure !== null && (
        <p role="alert" className={styles.said}>
          {words.failed} {failure}
        </p>
      )}
    </>
  );
}

/** Not a link: the answer takes the token that a link would not carry. */
async function rejectedOf(batch: number): Promise<Blob> {
  const response = await fetch(`/api/v1/batches/${batch}/rejected`, { headers: tokenHeader() });
  if (response.ok) return response.blob();
  const problem = (await response.json().catch(() => ({}))) as { type?: string; detail?: string };
  throw new ApiError(wordsOf(PROBLEMS).answered(response.status, typeOf(problem.type), problem.detail ?? ""));
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // A browser may read it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
