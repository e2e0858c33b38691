import { expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { defaultView } from "../../data/model/view.ts";
import { figure, surgeEvent } from "./catalog.fixture.ts";
import { dayDots } from "./dots.ts";

const view = defaultView();
const days = (dots: ReturnType<typeof dayDots>) => Object.fromEntries([...dots].map(([day, known]) => [dayOf(day), known]));

it("marks each day of a figure, once for a platform, in the order of the view", () => {
  const figures = [
    figure({ platform: "tiktok", date_from: "2025-01-12", date_to: "2025-01-13" }),
    figure(),
    figure({ id: "rf004", value: 2_400_000 }),
  ];
  expect(days(dayDots(view, figures, []))).toEqual({
    "2025-01-12": { platforms: ["tiktok"], events: [] },
    "2025-01-13": { platforms: ["rednote", "tiktok"], events: [] },
  });
});

it("leaves out what is not of this view", () => {
  const others = [
    figure({ country: "GB" }),
    figure({ metric_id: "posts" }),
    figure({ platform: "capcut" }),
    figure({ basis: "total" }),
    figure({ estimate_kind: "untraceable" }),
  ];
  expect(dayDots(view, others, [surgeEvent({ countries: ["GB"] }), surgeEvent({ platforms: ["capcut"] })]).size).toBe(0);
});

it("marks each day of an event, here or everywhere", () => {
  const events = [
    surgeEvent({ date: "2025-01-18", until: "2025-01-19" }),
    surgeEvent({ date: "2025-01-19", title: "Translation", countries: ["WORLD"] }),
  ];
  expect(days(dayDots(view, [], events))).toEqual({
    "2025-01-18": { platforms: [], events: ["Supreme Court unanimously upholds the law"] },
    "2025-01-19": { platforms: [], events: ["Supreme Court unanimously upholds the law", "Translation"] },
  });
});
