import { memo, type ReactElement } from "react";
import { mapOptions, withChoice } from "../../../data/chart/map-choice.ts";
import type { MapModel } from "../../../data/chart/map-model.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { SHOWN_BY, type ShownBy, type View } from "../../../data/model/view.ts";
import { wordsOf } from "../../app/language.ts";
import { Select } from "../../controls/Select.tsx";
import styles from "./Map.module.css";
import { MAP_PAGE } from "./words.ts";

interface Props {
  view: View;
  model: Pick<MapModel, "source" | "metric" | "by" | "perPeople" | "platform" | "topic">;
  catalog: Catalog;
  onChange: (view: View, tag?: string) => void;
}

/** Which one of the view's platforms, sources and topics the map shows, and by what it is coloured. */
export const MapTools = memo(({ view, model, catalog, onChange }: Props): ReactElement => {
  const words = wordsOf(MAP_PAGE);
  const surge = wordsOf(SURGE);
  const { platforms, sources, topics } = mapOptions(view, catalog);
  const choose = (of: "platforms" | "sources" | "topics") => (id: string) => onChange(withChoice(view, catalog, of, id));
  const named = (entries: readonly { id: string; name: string }[], ids: readonly string[]) =>
    ids.map((id) => [id, nameOf(entries, id)] as const);
  return (
    <fieldset className={styles.tools}>
      <legend className="visually-hidden">{words.tools}</legend>
      {platforms.length > 0 && (
        <Select
          label={words.platform}
          value={model.platform}
          options={named(catalog.platforms, platforms)}
          onChange={choose("platforms")}
        />
      )}
      <Select
        label={words.source}
        value={model.source?.id ?? ""}
        options={
          sources.length > 0 ? sources.map(({ id, name, kind }) => [id, withKind(name, words.kind[kind])] as const) : [["", words.noSource]]
        }
        disabled={sources.length === 0}
        onChange={choose("sources")}
      />
      {topics.length > 1 && (
        <Select label={words.topic} value={model.topic} options={named(catalog.topics, topics)} onChange={choose("topics")} />
      )}
      <Select
        label={words.by}
        value={model.by}
        options={SHOWN_BY.map((by) => [by, by === "value" ? words.value : surge.figures[by].label] as const)}
        onChange={(by) => onChange({ ...view, by: by as ShownBy })}
      />
      {model.by === "value" && model.metric.over_countries === "sum" && (
        <Select
          label={words.measure}
          value={model.perPeople ? "per100k" : "value"}
          options={words.measures}
          onChange={(measure) => onChange({ ...view, measure: measure === "per100k" ? "per100k" : "value" })}
        />
      )}
    </fieldset>
  );
});
MapTools.displayName = "MapTools";

function withKind(name: string, kind: string): string {
  return kind === "" ? name : `${name} · ${kind}`;
}
