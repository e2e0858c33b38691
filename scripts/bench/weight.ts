import { MOST_BEFORE_CHART, MOST_BYTES, weigh } from "../../client/e2e/weight.ts";
import type { Benchmark } from "./benchmark.ts";
import { withBrowser } from "./chromium.ts";
import { prepared, withDatabase, withServer } from "./served.ts";

export const weight: Benchmark = {
  name: "weight",
  about: "bytes of a first visit until the chart is drawn, packed, without headers",
  run: async () => {
    await prepared();
    const weighed = await withDatabase((database) =>
      withServer(database, ({ origin }) => withBrowser((browser) => weigh(browser, `${origin}/`))),
    );
    return {
      measures: [
        { name: "until_drawn_kb", words: "until the chart is drawn", value: weighed.total / 1000, unit: "kB", limit: MOST_BYTES / 1000 },
        {
          name: "before_chart_chunk_kb",
          words: "asked for before the chart's own chunk",
          value: weighed.beforeChart / 1000,
          unit: "kB",
          limit: MOST_BEFORE_CHART / 1000,
        },
        { name: "drawn_ms", words: "the chart was drawn after", value: weighed.drawnAt, unit: "ms" },
      ],
      details: [
        {
          title: "In the order of asking",
          head: ["at ms", "bytes", "encoding", "resource"],
          rows: weighed.fetched.map(({ at, bytes, encoding, path }) => [Math.round(at), bytes, encoding || "-", path]),
        },
      ],
    };
  },
};
