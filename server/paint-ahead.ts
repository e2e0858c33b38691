import { PAGE_NAMES, PAGES, type Page } from "../data/model/page.ts";
import { shareState } from "../data/model/share.ts";
import { defaultView, encodeView } from "../data/model/view.ts";
import { askedPage, paintingOf } from "./asked-page.ts";
import { Lookout } from "./lookout.ts";
import type { Services } from "./services.ts";

/** The newest shares are painted ahead, and no more: the others are painted as they are opened. */
const MOST_SHARES = 100;

interface Needed extends Pick<Services, "store" | "paints" | "now" | "config" | "log"> {
  /** Whether this is no time to draw: the thread that does takes a third of the memory that a server has. */
  isBusy: () => boolean;
}

/** Paints the first view of each page and those of shares before anybody asks: soon after the server began, and when a batch or a share comes. */
export class PaintAhead extends Lookout {
  readonly #services: Needed;
  #seen = "";

  constructor(services: Needed) {
    super(services.isBusy);
    this.#services = services;
  }

  /** Where access is private, the HTML of pages holds no data. */
  override begin(): void {
    if (this.#services.config.access !== "private") super.begin();
  }

  /** Paints what is new since the last look, one after the other. */
  protected override async work(): Promise<void> {
    const { store, log } = this.#services;
    try {
      const seen = `${store.vintage()} ${store.shares({ limit: 1 })[0]?.slug ?? ""}`;
      if (seen === this.#seen) return;
      await this.#paintAll();
      this.#seen = seen;
    } catch (error) {
      log.error({ err: error }, "nothing was painted ahead");
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
