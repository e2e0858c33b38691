import type { Page } from "../../data/model/page.ts";
import type { Notice, View } from "../../data/model/view.ts";
import type { DataState } from "./data.ts";

/** What any page is given. */
export interface PageProps {
  view: View;
  data: DataState;
  notices: Notice[];
  /** Shows another view on this page. Changes with the same tag in quick succession are one step in the history. */
  onChange: (view: View, tag?: string) => void;
  /** Shows another page, of this view or of another. */
  onVisit: (page: Page, view?: View) => void;
}
