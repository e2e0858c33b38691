import type { ReactElement } from "react";
import { wordsOf } from "./language.ts";
import { Painted } from "./Painted.tsx";
import type { PageProps } from "./page-props.ts";
import type { PagePart } from "./pages.ts";
import { HEADER } from "./words.ts";

/** A page, or its place until it is here. Give it the page as its key: each waits for itself. */
export function LatePage({ part, bar, ...props }: PageProps & { part: PagePart; bar: boolean }): ReactElement {
  const words = wordsOf(HEADER);
  const module = part.use();
  if (module && module !== "failed") return <module.Shown {...props} />;
  return (
    <>
      {bar && <div className="bar-place" aria-hidden="true" />}
      <main id="main" className="wrap" aria-busy={module === undefined}>
        <Painted />
        {module === "failed" && (
          <div className="plain" role="alert">
            <p>{words.pageFailed}</p>
            <button type="button" className="primary" onClick={() => location.reload()}>
              {words.reload}
            </button>
          </div>
        )}
      </main>
    </>
  );
}
