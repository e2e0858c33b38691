import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { PaintOrder } from "../data/chart/picture-order.ts";
import type { Draw } from "./image/messages.ts";
import { RequestProblem } from "./problem.ts";

/** How long the HTML of a page waits for its picture. What takes longer is there the next time. */
const PATIENCE_MS = 80;

/** Pictures of pages that may be under way at once: more would keep images waiting. */
const MOST_UNDERWAY = 8;

/** Letters of HTML that are kept. */
const MOST_LETTERS = 6 * 1024 * 1024;

/** What is longer is no quick first picture: the data and the live chart are there before it. */
const LONGEST = 300_000;

/** How long one that failed is not tried again. */
const FAILED_MS = 60_000;

interface Setting {
  draw: Draw;
  log: Logger;
  patienceMs?: number;
}

/** A picture to be painted, and a key that is equal where it is. */
export interface Painting {
  key: string;
  /** Whether a chart is in it, or a header alone. */
  hasChart: boolean;
  /** Made when its turn comes. */
  order: () => PaintOrder;
}

/** What stands in the HTML of pages before any script runs: painted once for each view and vintage, kept while it is asked for. */
export class Paints {
  readonly #setting: Setting;
  /** Empty where it failed, or is too long. */
  readonly #kept = new LRUCache<string, string>({ maxSize: MOST_LETTERS, sizeCalculation: (html, key) => html.length + key.length + 64 });
  readonly #underway = new Map<string, Promise<string | null>>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** What was painted, or is within 80 ms; else `null`, and it is there the next time. */
  async get(painting: Painting): Promise<string | null> {
    const { patienceMs = PATIENCE_MS } = this.#setting;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs);
    });
    try {
      return await Promise.race([this.ahead(painting), patience]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Paints what somebody may soon ask for, and waits for it. */
  ahead({ key, order }: Painting): Promise<string | null> {
    const known = this.#kept.get(key);
    if (known !== undefined) return Promise.resolve(known || null);
    const begun = this.#underway.get(key);
    if (begun) return begun;
    if (this.#underway.size >= MOST_UNDERWAY) return Promise.resolve(null);
    const painted = this.#paint(key, order).finally(() => this.#underway.delete(key));
    this.#underway.set(key, painted);
    return painted;
  }

  async #paint(key: string, order: () => PaintOrder): Promise<string | null> {
    try {
      const html = new TextDecoder().decode(await this.#setting.draw(() => ({ type: "page", order: order() })));
      const kept = html.length > LONGEST ? "" : html;
      this.#kept.set(key, kept);
      return kept || null;
    } catch (error) {
      // A page without it still is a page. Who is busy is asked again the next time.
      if (error instanceof RequestProblem) return null;
      this.#setting.log.error({ err: error, key }, "the picture of a page was not painted");
      this.#kept.set(key, "", { ttl: FAILED_MS });
      return null;
    }
  }
}
