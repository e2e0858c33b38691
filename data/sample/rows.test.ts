import { expect, it } from "vitest";
import { snapshotsOf } from "./rows.ts";

const all = (text: string) => [...snapshotsOf(text)].flat();

it("reads a long file, topic all where it has no such column", () => {
  expect(all("date,platform,country,metric,value,source\n2025-01-13,rednote,US,downloads,5,model-press\n")).toEqual([
    { date: "2025-01-13", platform: "rednote", country: "US", metric: "downloads", topic: "all", source: "model-press", value: 5 },
  ]);
});

it("reads a wide file, and no value where a cell is empty", () => {
  const text =
    "date,platform,country,topic,source,posts,session_minutes\n2025-01-13,rednote,US,privacy,illustrative,0,\n2025-01-14,rednote,US,all,illustrative,,1.5\n";
  expect(all(text).map(({ date, metric, topic, value }) => [date, metric, topic, value])).toEqual([
    ["2025-01-13", "posts", "privacy", 0],
    ["2025-01-14", "session_minutes", "all", 1.5],
  ]);
});

it("hands out long files in chunks and loses none", () => {
  const lines = Array.from({ length: 12_345 }, (_, index) => `2025-01-13,rednote,US,downloads,${index},x`);
  const chunks = [...snapshotsOf(`date,platform,country,metric,value,source\n${lines.join("\n")}\n`)];
  expect(chunks.map(({ length }) => length)).toEqual([5000, 5000, 2345]);
  expect(chunks.at(-1)?.at(-1)?.value).toBe(12_344);
});

it.each([
  ["a cut line", "date,platform,country,metric,value,source\n2025-01-13,rednote,US\n", "line 2: has 3 cells where the header has 6"],
  [
    "a word for a number",
    "date,platform,country,source,posts\n2025-01-13,rednote,US,x,5\n2025-01-13,rednote,GB,x,many\n",
    "line 3, column posts: `many` is no number",
  ],
  ["a missing column", "date,platform,metric,value,source\n", "line 1, column country: is missing"],
  [
    "a file that breaks off",
    "date,platform,country,metric,value,source\n2025-01-13,rednote,US,downloads,5",
    "line 2: does not end with a line break",
  ],
])("names the place of %s", (_, text, message) => {
  expect(() => all(text)).toThrow(message);
});
