import type { ReactElement } from "react";
import { later } from "../../app/later.ts";
import type { ChangesProps } from "./ChangesBar.tsx";
import styles from "./Growth.module.css";
import { Newer } from "./States.tsx";

/** What is newer than a pinned view: asked for by those alone who open one. */
const PART = later(() => import("./ChangesBar.tsx"));

/** The bar of a pinned view, in the place that is kept for it. */
export function LateChanges(props: ChangesProps): ReactElement {
  const part = PART.use();
  if (part === "failed") return <Newer loaded={props.loaded} onLive={props.onLive} />;
  return <div className={styles.reservedNewer}>{part && <part.ChangesBar {...props} />}</div>;
}
