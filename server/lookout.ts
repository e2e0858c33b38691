/** How often is looked for a batch or a share that came, also by a command in another process. */
const LOOK_MS = 1000;

/** Looks again and again whether there is something to do that nobody waits for, and does it while the server has time. */
export abstract class Lookout {
  readonly #isBusy: () => boolean;
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  /** @param isBusy whether this is no time for it */
  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy;
  }

  begin(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_MS);
    this.#timer.unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  /** Looks now, unless the last look is still at work. */
  async look(): Promise<void> {
    if (this.#looking || this.#isBusy()) return;
    this.#looking = true;
    try {
      await this.work();
    } finally {
      this.#looking = false;
    }
  }

  /** Does what there is to do. Fails with nothing: nobody would hear of it. */
  protected abstract work(): Promise<void>;
}
