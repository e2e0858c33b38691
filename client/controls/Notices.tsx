import { useState } from "react";
import type { Problem } from "../../data/model/problem.ts";
import { wordsOf } from "../app/language.ts";
import { PROBLEMS } from "../app/problem-words.ts";
import { withCode } from "./code.tsx";
import styles from "./Notices.module.css";
import { CONTROLS } from "./words.ts";

/** What an address asked for and did not get, until it is dismissed. Another address says its own. */
export function Notices({ notices }: { notices: readonly Problem[] }) {
  const words = wordsOf(CONTROLS);
  const { told } = wordsOf(PROBLEMS);
  const text = notices.map((notice) => notice.detail).join("\n");
  const [dismissed, setDismissed] = useState("");
  if (text === "" || text === dismissed) return null;
  return (
    <div className={styles.notices} role="status">
      <ul>
        {notices.map((notice) => (
          <li key={`${notice.field} ${notice.detail}`}>
            {withCode(told(notice))}
            {notice.hint !== undefined && words.meant(notice.hint)}
          </li>
        ))}
      </ul>
      <button type="button" className="quiet" onClick={() => setDismissed(text)}>
        {words.dismiss}
      </button>
    </div>
  );
}
