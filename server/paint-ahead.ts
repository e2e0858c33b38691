import { PAGE_NAMES, PAGES, type Page } from "../data/model/page.ts";
import { shareState } from "../data/model/share.ts";
import { defaultView, encodeView } from "../data/model/view.ts";
import { askedPage, paintingOf } from "./asked-page.ts";
import type { Services } from "./services.ts";

/** How often is looked for a batch or a share that came, also by a command in another process. */
const LOOK_MS = 1000;

/** The newest shares are painted ahead, and no more: the others are painted as they are opened. */
const MOST_SHARES = 100;

interface Needed extends Pick<Services, "store" | "paints" | "now" | "config" | "log"> {
  /** Whether this is no time to draw: the thread that does takes a third of the memory that a server has. */
  isBusy: () => boolean;
}

/** Paints the first view of each page and those of shares before anybody asks: soon after the server began, and when a batch or a share comes. */
export class PaintAhead {
  readonly #services: Needed;
  #timer: NodeJS.Timeout | undefined;
  #seen = "";
  #painting = false;

  constructor(services: Needed) {
    this.#services = services;
  }

  /** Where access is private, the HTML of pages holds no data. */
  begin(): void {
    if (this.#services.config.access === "private") return;
    this.#timer = setInterval(() => void this.look(), LOOK_MS);
    this.#timer.unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  /** Paints what is new since the last look, one after the other. */
  async look(): Promise<void> {
    const { store, isBusy, log } = this.#services;
    if (this.#painting || isBusy()) return;
    this.#painting = true;
    try {
      const seen = `${store.vintage()} ${store.shares({ limit: 1 })[0]?.slug ?? ""}`;
      if (seen === this.#seen) return;
      await this.#paintAll();
      this.#seen = seen;
    } catch (error) {
      log.error({ err: error }, "nothing was painted ahead");
    } finally {
      this.#painting = false;
    }
  }

  async #paintAll(): Promise<void> {
    const { store, now } = this.#services;
    for (const page of PAGE_NAMES) await this.#paint(page, encodeView(defaultView()));
    for (const share of store.shares({ limit: MOST_SHARES }))
      if (share.page === "growth" && shareState(share, now()) === "works") await this.#paint(share.page, share.view);
  }

  async #paint(page: Page, query: string): Promise<void> {
    const { store, paints } = this.#services;
    const asked = askedPage(new URL(`${PAGES[page]}?${query}`, "http://localhost").searchParams, page, this.#services);
    const painting = asked && paintingOf(asked, page, store);
    if (painting) await paints.ahead(painting);
  }
}
