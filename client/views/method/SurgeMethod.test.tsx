import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, describe, expect, it } from "vitest";
import { SURGE_ACCURACY } from "../../../data/analysis/surge-accuracy.ts";
import { SURGE_FIGURES } from "../../../data/analysis/surge-figure.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import { speak } from "../../app/language.ts";
import { CHINESE, MANNER } from "../../app/zh.ts";
import { SurgeMethod } from "./SurgeMethod.tsx";

/** What the section says, without its marks. */
function said(): string {
  const shell = document.createElement("div");
  shell.innerHTML = renderToStaticMarkup(<SurgeMethod />);
  return shell.textContent ?? "";
}

afterEach(() => speak("en"));

describe("the method of a surge", () => {
  it("says of every figure what the card says of it, and what retained share is not", () => {
    const text = said();
    for (const figure of SURGE_FIGURES) expect(text).toContain(SURGE.english.figures[figure].method);
    expect(text).toContain(SURGE.english.band.method);
    expect(text).toContain("not the retention of a cohort");
  });

  it("names each reason for which there is none, and how well it is found", () => {
    const text = said();
    for (const reason of [
      "few_days",
      "high_from_the_start",
      "no_rise",
      "spike",
      "too_small",
      "rank",
      "other_shape",
      "steep_trend",
    ] as const)
      expect(text).toContain(SURGE.english.why({ reason }));
    for (const { onsetWithinADay, peakExact } of SURGE_ACCURACY)
      for (const rate of [onsetWithinADay, peakExact]) expect(text).toContain(`${rate}%`);
  });

  it("explains why TikTok has none and the press reading is too early, in Chinese, too", () => {
    expect(said()).toContain("Neither a surge nor a spike.");
    expect(said()).toContain("14 days after the peak, and it takes 21");
    speak("zh", CHINESE, MANNER);
    expect(said()).toContain("既没有激增，也没有尖峰。");
    expect(said().match(/[a-z]{5,} [a-z]{3,}/g)).toBeNull();
  });
});
