import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeTicks } from "../../data/chart/axis.ts";
import { ENGLISH_FORMAT } from "../../data/chart/format.ts";
import { CHINESE_FORMAT } from "../../data/chart/format.zh.ts";
import { MEASURE } from "../../data/chart/measure-words.ts";
import { measureInChinese } from "../../data/chart/measure-words.zh.ts";
import { dayTicks } from "../../data/chart/measured-model.ts";
import { numberOf } from "../../data/model/day.ts";
import { apart } from "./frame.ts";
import { textWidth } from "./text.ts";

const LEFT = 46;
const FIRST = numberOf("2024-01-01");
const ranges = [
  fc.integer({ min: FIRST, max: FIRST + 800 }),
  fc.integer({ min: 1, max: 2500 }),
  fc.integer({ min: 240, max: 1300 }),
] as const;

describe("the ticks of a time axis", () => {
  it("name the same days in each language, and do not touch in any", () => {
    fc.assert(
      fc.property(...ranges, (from, length, width) => {
        const x = (day: number) => LEFT + ((day - from) / length) * width;
        const [english, chinese] = [ENGLISH_FORMAT, CHINESE_FORMAT].map((format) => {
          const ticks = apart(timeTicks(from, from + length, Math.floor(width / 66), format), x, LEFT);
          let edge = Number.NEGATIVE_INFINITY;
          for (const { day, text } of ticks) {
            const start = Math.max(LEFT, x(day) - textWidth(text, 12) / 2);
            expect(start).toBeGreaterThan(edge + 8);
            edge = start + textWidth(text, 12);
          }
          return ticks.map(({ day }) => day);
        });
        expect(chinese).toEqual(english);
      }),
    );
  });

  it("count from day 0 in the same steps in each language", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 0 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 240, max: 1300 }),
        (from, to, width) => {
          const x = (day: number) => LEFT + ((day - from) / (to - from)) * width;
          const [english, chinese] = [MEASURE.english, measureInChinese].map(({ day }) =>
            apart(dayTicks(from, to, Math.floor(width / 66), day), x, LEFT).map((tick) => tick.day),
          );
          expect(chinese).toEqual(english);
        },
      ),
    );
  });
});
