import type { ReactElement } from "react";
import { nameOf, spokenPlace } from "../../../data/chart/names.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { View } from "../../../data/model/view.ts";
import { pathOf } from "../../app/address.ts";
import { following } from "../../app/follow.ts";
import { language, wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { plainView } from "../countries/row-view.ts";
import frame from "../page.module.css";
import styles from "./Map.module.css";
import { MAP_PAGE } from "./words.ts";

interface Props extends Pick<PageProps, "view" | "onChange" | "onVisit"> {
  platform: string;
  chosen: ReadonlySet<string>;
  catalog: Catalog;
}

/** What can be done with the countries that are chosen. */
export function MapChosen({ view, platform, chosen, catalog, onChange, onVisit }: Props): ReactElement {
  const words = wordsOf(MAP_PAGE);
  const countries = [...chosen];
  if (countries.length === 0) return <p className={styles.chosen}>{words.chooseHelp}</p>;
  const growth: View = { ...plainView(view), platforms: [platform], countries, sum: false, partial: false, by: "value" };
  const names = countries.map((country) =>
    language() === "en" ? spokenPlace(country, catalog.countries) : nameOf(catalog.countries, country),
  );
  const follow = following(() => {
    onVisit("growth", growth);
    scrollTo(0, 0);
  });
  return (
    <p className={styles.chosen}>
      <a href={pathOf("growth", growth)} onClick={follow}>
        {words.growth(names)}
      </a>
      <button
        type="button"
        className={frame.link}
        onClick={() => onChange({ ...view, rows: view.rows.filter((row) => !row.startsWith(`${platform}.`)) }, "rows")}
      >
        {words.clear}
      </button>
    </p>
  );
}
