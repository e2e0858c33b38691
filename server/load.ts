import { performance } from "node:perf_hooks";

/** How much of its time this thread had something to do. */
export class Load {
  #before = performance.eventLoopUtilization();

  /** From 0 to 1, since it was asked last. */
  take(): number {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#before = now;
    return utilization;
  }
}
