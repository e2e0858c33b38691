import { useEffect, useState } from "react";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { View } from "../../../data/model/view.ts";
import { COVERAGE_PARAMETER, pathOf } from "../../app/address.ts";
import { type Chosen, readChosen, writeChosen } from "./chosen.ts";

/** What the calendar is of, as the address says it; each change is a step in the history. */
export function useChosen(view: View, catalog: Catalog | null): [Chosen | null, (chosen: Chosen) => void] {
  const [text, setText] = useState(readAddress);
  useEffect(() => {
    const onPop = () => setText(readAddress());
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);
  const choose = (chosen: Chosen) => {
    const written = writeChosen(chosen);
    history.pushState(null, "", `${pathOf("data", view)}&${COVERAGE_PARAMETER}=${written}${location.hash}`);
    setText(written);
  };
  return [catalog && readChosen(text, catalog, view), choose];
}

function readAddress(): string | null {
  return new URLSearchParams(location.search).get(COVERAGE_PARAMETER);
}
