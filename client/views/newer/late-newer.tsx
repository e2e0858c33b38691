import type { ComponentType, ReactElement } from "react";
import { liveView, type View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { later } from "../../app/later.ts";
import styles from "../growth/Growth.module.css";
import { Newer } from "../growth/States.tsx";

/** What every bar of a pinned view is given. */
interface Given {
  view: View;
  loaded: Loaded;
  onChange: (view: View) => void;
}

/**
 * A bar of a pinned view in a chunk of its own, asked for by those alone who open one, in the place that is kept for it.
 *
 * @param place of the bar, and where it is open of the list under it
 */
export function lateNewer<Props extends Given>(
  load: () => Promise<{ Bar: ComponentType<Props> }>,
  place: readonly [bar: string | undefined, open: string | undefined] = [styles.reservedNewer, styles.reservedList],
): ComponentType<Props> {
  const part = later(load);
  return function LateNewer(props: Props): ReactElement | null {
    const { view, loaded, onChange } = props;
    const isOld = loaded.newest > loaded.catalog.vintage;
    const module = part.use(isOld);
    if (!isOld) return null;
    if (module === "failed") return <Newer loaded={loaded} onLive={() => onChange(liveView(view))} />;
    return <div className={place[view.against === "" ? 0 : 1]}>{module && <module.Bar {...props} />}</div>;
  };
}
