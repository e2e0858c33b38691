import type { ReactElement } from "react";
import { EMBED } from "../../data/model/page.ts";
import styles from "../views/embed/Embed.module.css";
import { PICTURE } from "../views/growth/picture.ts";
import { wordsOf } from "./language.ts";
import { later } from "./later.ts";
import { Painted } from "./Painted.tsx";
import { HEADER } from "./words.ts";

const PAGE = later(() => import("../views/embed/EmbedPage.tsx"));

if (location.pathname === EMBED) {
  PICTURE.preload();
  PAGE.preload();
}

/** The chart alone; until it is here, what the server painted of it. */
export function LateEmbed(): ReactElement {
  const module = PAGE.use();
  if (module === "failed") return <p role="alert">{wordsOf(HEADER).pageFailed}</p>;
  if (module) return <module.EmbedPage />;
  return (
    <main className={styles.embed} aria-busy="true">
      <Painted />
    </main>
  );
}
