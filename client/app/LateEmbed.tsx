import type { ReactElement } from "react";
import { EMBED } from "../../data/model/page.ts";
import { PICTURE } from "../views/growth/picture.ts";
import { wordsOf } from "./language.ts";
import { later } from "./later.ts";
import { HEADER } from "./words.ts";

const PAGE = later(() => import("../views/embed/EmbedPage.tsx"));

if (location.pathname === EMBED) {
  PICTURE.preload();
  PAGE.preload();
}

/** The chart alone, or nothing until it is here. */
export function LateEmbed(): ReactElement | null {
  const module = PAGE.use();
  if (module === "failed") return <p role="alert">{wordsOf(HEADER).pageFailed}</p>;
  return module ? <module.EmbedPage /> : null;
}
