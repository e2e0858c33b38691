import type { ReactElement } from "react";
import { wordsOf } from "../../app/language.ts";
import { later } from "../../app/later.ts";
import styles from "./Growth.module.css";
import type { TablesProps } from "./Tables.tsx";
import { GROWTH } from "./words.ts";

const TABLES = later(() => import("./Tables.tsx"));

/** The tables in a chunk of their own, fetched when this is first drawn; their place is kept until they are here. */
export function LateTables(props: TablesProps): ReactElement {
  const tables = TABLES.use();
  if (tables === "failed") return <p role="alert">{wordsOf(GROWTH).tablesFailed}</p>;
  return tables ? <tables.Tables {...props} /> : <div className={styles.reservedTables} />;
}
