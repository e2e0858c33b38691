import type { ReactElement } from "react";
import { sentences } from "../../../data/chart/description.ts";
import { wordsOf } from "../../app/language.ts";
import { speech } from "../../charts/speech.ts";
import styles from "../growth/Growth.module.css";
import { GROWTH } from "../growth/words.ts";
import { CHANGES } from "./words.ts";

interface Props {
  /** How much is other. */
  told: string;
  /** How it is drawn, where it is. */
  drawn: string;
  isOpen: boolean;
  onToggle: () => void;
  onLive: () => void;
}

/** Says that newer data exist, and that nothing is other in them. */
export function SameBar({ vintage, onLive }: { vintage: number; onLive: () => void }): ReactElement {
  return (
    <div className={styles.newer} role="status" data-newer="">
      <p>{wordsOf(CHANGES).same(vintage)}</p>
      <GoLive onLive={onLive} />
    </div>
  );
}

/** Says that newer data exist, and leads to what changed and to them. */
export function NewerBar({ told, drawn, isOpen, onToggle, onLive }: Props): ReactElement {
  const words = wordsOf(CHANGES);
  return (
    <div className={styles.newer} role="status" data-newer="">
      <p>{sentences(speech(), [told, drawn])}</p>
      <button type="button" className={styles.nearest} aria-pressed={isOpen} onClick={onToggle}>
        {isOpen ? words.hide : words.see}
      </button>
      <GoLive onLive={onLive} />
    </div>
  );
}

function GoLive({ onLive }: { onLive: () => void }): ReactElement {
  return (
    <button type="button" className={styles.nearest} onClick={onLive}>
      {wordsOf(GROWTH).live}
    </button>
  );
}
