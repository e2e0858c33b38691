import type { Page } from "../../../data/model/page.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";

/** What each picture of the story is given. */
export interface PictureProps {
  loaded: Loaded;
  width: number;
  /** Id of the sentence that the picture proves. */
  describedBy: string;
  onDrawn: () => void;
  onVisit: (page: Page, view: View) => void;
}
