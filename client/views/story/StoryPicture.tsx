import type { ReactElement } from "react";
import type { StorySection } from "../../../data/chart/story.ts";
import { wordsOf } from "../../app/language.ts";
import type { Later } from "../../app/later.ts";
import { HEADER } from "../../app/words.ts";
import { STORY_CHART, STORY_EVIDENCE, STORY_MAP } from "./chart.ts";
import type { PictureProps } from "./picture-props.ts";

/** A picture as its own page draws it: in a chunk of its own. */
export function StoryPicture({ page, ...props }: PictureProps & { page: StorySection["page"] }): ReactElement | null {
  if (page === "evidence") return <Fetched part={STORY_EVIDENCE} draw={({ StoryEvidence }) => <StoryEvidence {...props} />} />;
  if (page === "map") return <Fetched part={STORY_MAP} draw={({ StoryMap }) => <StoryMap {...props} />} />;
  return <Fetched part={STORY_CHART} draw={({ StoryChart }) => <StoryChart {...props} />} />;
}

function Fetched<Module extends object>({
  part,
  draw,
}: {
  part: Later<Module>;
  draw: (module: Module) => ReactElement;
}): ReactElement | null {
  const module = part.use();
  if (module === "failed") return <p role="alert">{wordsOf(HEADER).pageFailed}</p>;
  return module ? draw(module) : null;
}
