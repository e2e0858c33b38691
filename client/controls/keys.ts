import { type ColorName, platformColors } from "../../data/chart/palette.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { View } from "../../data/model/view.ts";

/** A platform with what stands for it. */
export interface PlatformKey {
  id: string;
  name: string;
  color: ColorName;
}

/** The platforms of a view with their names and colours. */
export function platformKeys(view: View, catalog: Pick<Catalog, "platforms">): PlatformKey[] {
  const colors = platformColors(view.platforms);
  return view.platforms.map((id) => ({
    id,
    name: catalog.platforms.find((platform) => platform.id === id)?.name ?? id,
    color: colors.get(id) ?? "text-3",
  }));
}
