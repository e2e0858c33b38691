import { useState } from "react";
import { CARD } from "../../data/chart/card.ts";
import styles from "./ShareForm.module.css";

/** The picture that others show of a link. Its place is there before it is, and goes where it cannot be drawn. */
export function Card({ source, text }: { source: string; text: string }) {
  const [failed, setFailed] = useState(false);
  if (failed) return null;
  return <img className={styles.card} src={source} alt={text} width={CARD.width} height={CARD.height} onError={() => setFailed(true)} />;
}
