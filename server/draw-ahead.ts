import { CARD } from "../data/chart/card.ts";
import type { PictureForm } from "../data/chart/picture-order.ts";
import { type Share, shareState } from "../data/model/share.ts";
import { askedView } from "./asked-view.ts";
import { Lookout } from "./lookout.ts";
import { drawnView, pictureAddress, pictureData } from "./picture-data.ts";
import { RequestProblem } from "./problem.ts";
import type { Services } from "./services.ts";
import { chartQuery } from "./sharing.ts";
import { StoreBusyError } from "./store/store.ts";

/** What is larger is drawn each time it is asked for. */
const MOST_BYTES = 1024 * 1024;

/** The form in which the image of a share is kept: that of a card. */
const KEPT: PictureForm = { ...CARD, theme: "light", scale: 1 };

/** Whether an image of a share is the one that is kept. */
export function isKeptForm(form: PictureForm): boolean {
  return (Object.keys(KEPT) as (keyof PictureForm)[]).every((name) => form[name] === KEPT[name]);
}

interface Needed extends Pick<Services, "store" | "draw" | "now" | "config" | "log"> {
  /** Whether this is no time to draw. */
  isBusy: () => boolean;
  /** Scheme and host that images say where neither the settings nor who made the share did. */
  origin: string;
}

/**
 * Draws the image of each pinned share soon after it was made, and keeps it: nobody waits for it, and no later release
 * draws another. What could not be drawn is tried again when the server starts.
 */
export class DrawAhead extends Lookout {
  readonly #services: Needed;
  #ended = false;
  /** The last share whose image was drawn, or failed. */
  #after = "";

  constructor(services: Needed) {
    super(services.isBusy);
    this.#services = services;
  }

  override end(): void {
    this.#ended = true;
    super.end();
  }

  /** Draws what is to be drawn, one after the other. */
  protected override async work(): Promise<void> {
    const { store, log } = this.#services;
    let slug = "";
    try {
      for (let next = store.nextShareImage(this.#after); next && !this.#ended; next = store.nextShareImage(this.#after)) {
        slug = next.slug;
        const share = store.share(slug);
        if (share) await this.#keep(share, next.origin);
        this.#after = slug;
      }
    } catch (error) {
      // Who is busy is asked again at the next look.
      if (error instanceof StoreBusyError || (error instanceof RequestProblem && error.type === "images-busy")) return;
      log.error({ err: error }, "the image of a share was not drawn");
      this.#after = slug;
    }
  }

  async #keep(share: Share, origin: string): Promise<void> {
    const { store, draw, now, config, log } = this.#services;
    if (shareState(share, now()) !== "works") return;
    const asked = askedView(new URLSearchParams(chartQuery(share)), this.#services);
    const view = drawnView(asked, config.limits.points);
    const address = pictureAddress(view, origin || config.origin || this.#services.origin);
    const bytes = await draw(() => ({
      type: "png",
      order: { ...KEPT, language: "en", view, address, data: pictureData(view, asked, store) },
    }));
    if (this.#ended) return;
    if (bytes.length > MOST_BYTES || store.shareImageBytes() + bytes.length > config.limits.keptImageBytes)
      log.warn({ bytes: bytes.length }, "the image of a share is too much to keep: it is drawn whenever it is asked for");
    else store.keepShareImage(share.slug, bytes, new Date(now()).toISOString());
  }
}
