import { type ReactElement, useEffect, useId, useRef, useState } from "react";
import type { Page } from "../../../data/model/page.ts";
import type { Source } from "../../../data/model/source.ts";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { following } from "../../app/follow.ts";
import { fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { HEADER } from "../../app/words.ts";
import { Select } from "../../controls/Select.tsx";
import { TokenForm } from "../../controls/TokenForm.tsx";
import grid from "../../tables/tables.module.css";
import styles from "./AddFile.module.css";
import { Faults } from "./Faults.tsx";
import { ACCEPTED } from "./file-kind.ts";
import { FILE } from "./file-words.ts";
import { LeftOut } from "./LeftOut.tsx";
import { bytesText, receiptText } from "./told.ts";
import { type Ingest, useIngest } from "./useIngest.ts";

interface Props {
  sources: readonly Source[];
  online: boolean;
  view: View;
  onVisit: (page: Page, view?: View) => void;
  /** A batch was taken: what the page shows is old. */
  onTaken: () => void;
}

/** The way in: a file is looked at first, and taken when the reader says so. */
export function AddFile({ sources, online, view, onVisit, onTaken }: Props): ReactElement {
  const words = wordsOf(FILE);
  const ingest = useIngest(onTaken);
  const { file, reading, step, check, choose } = ingest;
  const [several, setSeveral] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const busy = step.at === "sending";
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first === undefined || busy || !online) return;
    setSeveral((files?.length ?? 0) > 1);
    check(first);
  };
  const over = useFileOverPage(take);
  return (
    <section className={grid.section} aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{words.about}</p>
      <div className={styles.field} data-over={over ? "" : undefined}>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={words.file}
          accept={ACCEPTED}
          disabled={busy || !online}
          onChange={(event) => {
            take(event.target.files);
            // The same file may be chosen again after it was mended.
            event.target.value = "";
          }}
        />
        <button
          type="button"
          className={step.at === "nothing" ? "primary" : styles.other}
          disabled={busy || !online}
          onClick={() => input.current?.click()}
        >
          {file ? words.other : words.choose}
        </button>
        <p className={styles.hint}>{over ? words.letGo : words.drop}</p>
        <Select
          label={words.noSource}
          value={reading.source}
          disabled={busy || !online}
          options={[
            ["", words.unnamed],
            ...sources.filter((one) => one.id !== "default").map((one): [string, string] => [one.id, words.kind(one.name, one.kind)]),
          ]}
          onChange={(source) => choose({ ...reading, source })}
        />
        <fieldset className={styles.choices} disabled={busy || !online}>
          <legend className="visually-hidden">{words.reading}</legend>
          <label>
            <input type="checkbox" checked={reading.skip} onChange={({ target }) => choose({ ...reading, skip: target.checked })} />
            {words.skip}
          </label>
          <label>
            <input type="checkbox" checked={reading.retract} onChange={({ target }) => choose({ ...reading, retract: target.checked })} />
            {words.retract}
          </label>
        </fieldset>
      </div>
      {several && <p className={styles.fine}>{words.several}</p>}
      {file && <Progress ingest={ingest} file={file} view={view} onVisit={onVisit} />}
    </section>
  );
}

interface ProgressProps extends Pick<Props, "view" | "onVisit"> {
  ingest: Ingest;
  file: File;
}

/** What became of the file so far, and what can be done next. */
function Progress({ ingest, file, view, onVisit }: ProgressProps): ReactElement {
  const words = wordsOf(FILE);
  const { step } = ingest;
  const said = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // What was pressed is gone with its step: the reader goes on at what came of it.
    if (step.at !== "sending" && step.at !== "token" && step.at !== "nothing") said.current?.focus();
  }, [step.at]);
  const changes = step.at === "checked" ? step.receipt.inserted + step.receipt.revised + step.receipt.retracted : 0;
  const failed = step.at === "failed" || step.at === "rejected";
  return (
    <div className={styles.progress} data-step={step.at}>
      <p className={styles.name}>
        <b>{file.name}</b> <span className="muted">{bytesText(file.size)}</span>
      </p>
      {step.at === "sending" && <Sending step={step} onCancel={ingest.cancel} />}
      {step.at === "token" && (
        <TokenForm ask={words.ask} why={step.why} go={words.goOn} onToken={ingest.goOn}>
          <button type="button" className="quiet" onClick={ingest.forget}>
            {words.away}
          </button>
        </TokenForm>
      )}
      <p ref={said} tabIndex={-1} className={styles.said} role={failed ? "alert" : "status"}>
        {step.at === "failed" ? (
          <>
            {step.what} <span className={styles.advice}>{step.advice}</span>
          </>
        ) : (
          "receipt" in step && receiptText(step.receipt, step.at === "checked")
        )}
      </p>
      {"receipt" in step && step.receipt.errors.length > 0 && <Faults receipt={step.receipt} quotes={step.quotes} />}
      <div className={styles.actions}>
        {step.at === "checked" && changes > 0 && (
          <button type="button" className="primary" onClick={ingest.ingest}>
            {words.ingest}
          </button>
        )}
        {step.at === "failed" && (
          <button type="button" className={styles.other} onClick={ingest.retry}>
            {wordsOf(HEADER).again}
          </button>
        )}
        {step.at === "taken" && step.receipt.batch !== null && step.receipt.rejected > 0 && (
          <LeftOut batch={step.receipt.batch} count={step.receipt.rejected} />
        )}
        {step.at === "taken" && step.receipt.batch !== null && (
          <a
            className="primary"
            href={pathOf("growth", { ...view, vintage: step.receipt.batch })}
            onClick={following(() => {
              onVisit("growth", { ...view, vintage: step.receipt.batch ?? "newest" });
              scrollTo(0, 0);
            })}
          >
            {words.growth(step.receipt.batch)}
          </a>
        )}
        {step.at !== "sending" && step.at !== "token" && (
          <button type="button" className="quiet" onClick={ingest.forget}>
            {step.at === "taken" ? words.done : words.away}
          </button>
        )}
      </div>
    </div>
  );
}

function Sending({ step, onCancel }: { step: Extract<Ingest["step"], { at: "sending" }>; onCancel: () => void }): ReactElement {
  const words = wordsOf(FILE);
  const { task, sent, total } = step;
  const isSent = total > 0 && sent >= total;
  const doing = words.doing[task];
  const percent = total > 0 ? Math.floor((sent / total) * 100) : 0;
  const text = isSent ? words.sent[task] : words.sending(doing, fullNumber(percent), bytesText(total));
  return (
    <div className={styles.sending}>
      {/* Without a value it says that nobody knows how long it takes. */}
      <progress aria-label={doing} max={1} {...(isSent ? {} : { value: total > 0 ? sent / total : 0 })} />
      <p>{text}</p>
      {!(isSent && task === "ingest") && (
        <button type="button" className={styles.other} onClick={onCancel}>
          {words.cancel}
        </button>
      )}
    </div>
  );
}

/** Whether a file is held over the page. A file that misses the field would else take the place of the page. */
function useFileOverPage(onFiles: (files: FileList | null) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take.current(event.dataTransfer?.files ?? null);
    };
    addEventListener("dragover", onOver);
    addEventListener("dragleave", onLeave);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("dragover", onOver);
      removeEventListener("dragleave", onLeave);
      removeEventListener("drop", onDrop);
    };
  }, []);
  return over;
}
