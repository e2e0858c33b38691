import type { ReactElement } from "react";
import { later } from "../../app/later.ts";
import styles from "./Growth.module.css";
import type { TablesProps } from "./Tables.tsx";

const TABLES = later(() => import("./Tables.tsx"));

/** The tables in a chunk of their own, fetched when this is first drawn; their place is kept until they are here. */
export function LateTables(props: TablesProps): ReactElement {
  const tables = TABLES.use();
  if (tables === "failed") return <p role="alert">The tables could not be loaded. Reload the page to try again.</p>;
  return tables ? <tables.Tables {...props} /> : <div className={styles.reservedTables} />;
}
