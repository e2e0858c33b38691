import { describe, expect, it } from "vitest";
import type { Figure } from "../model/figure.ts";
import type { DailySeries } from "../model/series.ts";
import type { View } from "../model/view.ts";
import { blog, figure, model, press, series } from "./model.fixture.ts";
import { spanText } from "./sentence.ts";

describe("the sentence", () => {
  const say = (change: Partial<View>, all: DailySeries[], extra?: { figures?: Figure[] }) => spanText(model(change, all, extra).headline);

  it("quotes published values only, and both readings", () => {
    expect(say({}, [press, blog])).toBe(
      "RedNote in the US rose from about 300,000 daily users to 3.4 million in two days. A second estimate peaks at 32.5 million.",
    );
  });

  it("is the same by week", () => {
    expect(say({ interval: "week" }, [press, blog])).toBe(say({}, [press, blog]));
  });

  it("says that a line stayed, fell, or stood once", () => {
    const observed = { source: "default" };
    expect(say({}, [series({ "2025-01-10": 8e7, "2025-01-12": 1.068e8, "2025-01-14": 8.2e7 }, observed)])).toBe(
      "RedNote in the US stayed between 80 and 107 million daily users.",
    );
    expect(say({}, [series({ "2025-01-10": 900_000, "2025-01-13": 300_000 }, observed)])).toBe(
      "RedNote in the US fell from 900,000 daily users to 300,000 in three days.",
    );
    expect(say({}, [series({ "2025-01-10": 900_000 }, observed)])).toBe("RedNote in the US had 900,000 daily users on 10 January 2025.");
  });

  it("never passes off what is made up", () => {
    const made = series({ "2025-01-10": 100, "2025-01-12": 900 }, { source: "illustrative" });
    expect(say({}, [made])).toBe("Made up: RedNote in the US rose from 100 daily users to 900 in two days.");
    expect(say({}, [press, made])).not.toContain("900");
  });

  it("admits where a line runs between published figures", () => {
    expect(say({}, [series({ "2025-01-14": 3_391_234 })])).toBe(
      "RedNote in the US has no published figure in these days: its line is modelled between earlier and later ones.",
    );
  });

  it("names the unit once, in every metric", () => {
    const tiktok = series({ "2025-01-13": 82_200_000, "2025-01-14": 83_000_000 }, { platform: "tiktok", source: "default" });
    const flat = series({ "2025-01-10": 5190, "2025-01-12": 5210 }, { source: "default" });
    expect(say({}, [flat])).toBe("RedNote in the US stayed at about 5,200 daily users.");
    expect(say({ platforms: ["tiktok"] }, [tiktok])).toBe("TikTok in the US stayed between 82 and 83 million daily users.");
    expect(say({ platforms: ["rednote", "tiktok"] }, [press, tiktok])).toMatch(/TikTok stayed between 82 and 83 million\.$/);
    expect(say({}, [series({ "2025-01-10": 1_100_000, "2025-01-12": 1_900_000 }, { source: "default" })])).toContain("to 1.9 million");
    expect(say({}, [series({ "2025-01-10": 1_100_000, "2025-01-12": 1_400_000 }, { source: "default" })])).toContain(
      "between 1.1 and 1.4 million daily users",
    );
  });

  it("tells a dip from a fall", () => {
    const dip = { "2025-01-10": 80, "2025-01-18": 82, "2025-01-19": 40, "2025-01-20": 79, "2025-01-21": 81 };
    expect(say({}, [series(dip, { source: "default" })])).toBe(
      "RedNote in the US fell from 82 daily users to 40 in one day, and was back at 81 on 21 January 2025.",
    );
  });

  it("counts ranks from the top", () => {
    const ranks = (values: Record<string, number>) =>
      say({ metric: "app_store_rank" }, [series(values, { metric: "app_store_rank", source: "default" })]);
    expect(ranks({ "2025-01-10": 25, "2025-01-13": 1, "2025-01-20": 4 })).toBe(
      "RedNote in the US rose from No. 25 to No. 1 in three days.",
    );
    expect(ranks({ "2025-01-10": 1, "2025-01-13": 9 })).toBe("RedNote in the US fell from No. 1 to No. 9 in three days.");
    expect(ranks({ "2025-01-10": 1, "2025-01-13": 1 })).toBe("RedNote in the US stayed at No. 1.");
  });

  it("keeps a modelled line between the published values beyond the picture", () => {
    const line = series({ "2025-01-01": 70_012_345, "2025-01-13": 82_200_000, "2025-01-19": 106_800_000 }, { platform: "tiktok" });
    const of = { platform: "tiktok" };
    const known = [
      figure("rf053", 68_700_000, "2024-12-31", of),
      figure("rf054", 82_200_000, "2025-01-13", of),
      figure("rf055", 106_800_000, "2025-01-19", of),
    ];
    expect(say({ platforms: ["tiktok"] }, [line], { figures: known })).toBe(
      "TikTok in the US stayed between 69 and 107 million daily users.",
    );
  });

  it("says that two readings disagree, also where only one can be quoted", () => {
    expect(say({}, [series({ "2025-01-14": 3_391_234, "2025-01-15": 3_300_000 }), blog])).toBe(
      "RedNote in the US fell from 32.5 million daily users to 14.9 million in one day. Two readings, ×9.6 apart.",
    );
  });

  it("names the topic", () => {
    const topic = { topic: "privacy", source: "default" };
    expect(say({ topics: ["privacy"] }, [series({ "2025-01-10": 100, "2025-01-12": 900 }, topic)])).toBe(
      "RedNote in the US rose from 100 daily users on “Privacy” to 900 in two days.",
    );
    expect(model({ topics: ["privacy"] }, [series({ "2025-01-10": 100 }, topic)]).description).toBe(
      "Daily active users, Privacy, United States, by day.",
    );
  });

  it("counts figures where there is no line, and claims apart from them", () => {
    const rank = { metric: "app_store_rank_free_overall", metric_id: "app_store_rank", unit: "rank", fixes: [] };
    const ranks = [figure("rf043", 11, "2025-01-12", rank), figure("rf044", 1, "2025-01-13", rank)];
    expect(say({ metric: "app_store_rank" }, [], { figures: ranks })).toBe(
      "Two published figures: App Store rank of RedNote in the US, 1 Jan to 31 Jan 2025. No daily series.",
    );
    const claim = figure("rf013", 50_000_000, "2025-01-15", { fixes: [], estimate_kind: "untraceable" });
    expect(say({}, [], { figures: [claim] })).toMatch(/^One untraceable claim: daily active users of RedNote in the US/);
  });

  it("says why nothing is drawn", () => {
    expect(say({ countries: ["US", "NO"] }, [], { figures: [] })).toMatch(/for the US or Norway from/);
    expect(say({ countries: ["NO"] }, [])).toBe("No source reports daily active users of RedNote for Norway from 1 Jan to 31 Jan 2025.");
    expect(say({ platforms: [] }, [])).toBe("No platform is chosen.");
    expect(say({ countries: [] }, [])).toBe("No country is chosen.");
  });
});
