import { RequestProblem } from "../problem.ts";
import { type Drawer, DrawingLost } from "./drawer.ts";
import type { FromDrawer, ToDrawer } from "./messages.ts";

export interface PoolSetting {
  start: () => Pick<Drawer, "draw" | "close" | "isGone">;
  /** Threads at once. */
  threads: number;
  /** Pictures that may wait. */
  waiting: number;
  /** How long one drawing may take, its thread's start included. */
  drawingMs: number;
  /** How long a thread without work stays. */
  idleMs: number;
  /** Told why a drawing was lost, which its reader is not. */
  onLost: (error: DrawingLost) => void;
}

type Thread = ReturnType<PoolSetting["start"]>;

interface Waiting {
  job: () => ToDrawer;
  resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  reject: (error: unknown) => void;
}

const COME_BACK = { headers: { "Retry-After": "5" } };

/** Pictures are drawn in threads that start with the first of them and end when nobody asks any more. */
export class DrawingPool {
  readonly #setting: PoolSetting;
  readonly #free: { thread: Thread; timer: NodeJS.Timeout }[] = [];
  readonly #busy = new Set<Thread>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(setting: PoolSetting) {
    this.#setting = setting;
  }

  /**
   * @param job made when its turn comes, so that what waits holds no data
   * @throws RequestProblem 503 where too many wait, or the drawing was lost; 400 where it has too many pixels
   */
  draw(job: () => ToDrawer): Promise<Uint8Array<ArrayBuffer>> {
    if (this.#closed) return Promise.reject(busy("The server is stopping."));
    if (this.#waiting.length >= this.#setting.waiting) return Promise.reject(busy(`${this.#waiting.length} images wait already.`));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  /** Ends the threads; what they draw is lost. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(busy("The server is stopping."));
    for (const { timer } of this.#free) clearTimeout(timer);
    const threads = [...this.#busy, ...this.#free.splice(0).map(({ thread }) => thread)];
    await Promise.all(threads.map((thread) => thread.close()));
  }

  #next(): void {
    if (this.#waiting.length === 0 || this.#busy.size >= this.#setting.threads) return;
    const next = this.#waiting.shift() as Waiting;
    const thread = this.#thread();
    this.#busy.add(thread);
    this.#run(thread, next).finally(() => {
      this.#busy.delete(thread);
      if (!thread.isGone && !this.#closed) this.#rest(thread);
      this.#next();
    });
  }

  async #run(thread: Thread, { job, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(bytesOf(await thread.draw(job(), this.#setting.drawingMs)));
    } catch (error) {
      if (!(error instanceof DrawingLost)) return reject(error);
      // What is being drawn when the server stops is lost on purpose.
      if (!this.#closed) this.#setting.onLost(error);
      reject(busy("The image could not be drawn in time."));
    }
  }

  #thread(): Thread {
    for (let kept = this.#free.pop(); kept; kept = this.#free.pop()) {
      clearTimeout(kept.timer);
      if (!kept.thread.isGone) return kept.thread;
    }
    return this.#setting.start();
  }

  #rest(thread: Thread): void {
    const timer = setTimeout(() => {
      this.#free.splice(
        this.#free.findIndex((kept) => kept.thread === thread),
        1,
      );
      void thread.close();
    }, this.#setting.idleMs);
    timer.unref();
    this.#free.push({ thread, timer });
  }
}

function bytesOf(message: FromDrawer): Uint8Array<ArrayBuffer> {
  if (message.type === "drawn") return message.bytes;
  if (message.type === "too-large") throw tooLarge(message.width, message.height);
  throw new Error(message.type === "failed" ? message.message : "the thread answered nothing");
}

function tooLarge(width: number, height: number): RequestProblem {
  const detail = `The image would have ${width} x ${height} pixels, which is too many. Ask for less \`width\` or \`scale\`, or give a \`height\`.`;
  return new RequestProblem("bad-address", detail, { errors: [{ field: "scale", code: "too_large", detail }] });
}

function busy(detail: string): RequestProblem {
  return new RequestProblem("images-busy", `${detail} Come back in a moment.`, COME_BACK);
}
