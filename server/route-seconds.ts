/** From an answer that was kept to a view of years that nobody asked for before. */
const BOUNDS_S = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];

const NAME = "surge_http_request_seconds";

/** How long the answers of one route took. Counted here: a library takes as long to count one as a twentieth of an answer that is at hand. */
export class RouteSeconds {
  readonly #route: string;
  /** Answers by the first bound that they kept; the last ones kept none. */
  readonly #counts = new Float64Array(BOUNDS_S.length + 1);
  #sum = 0;

  constructor(route: string) {
    this.#route = route;
  }

  add(seconds: number): void {
    let at = 0;
    while (seconds > (BOUNDS_S[at] ?? Number.POSITIVE_INFINITY)) at++;
    this.#counts[at] = (this.#counts[at] as number) + 1;
    this.#sum += seconds;
  }

  lines(): string[] {
    const route = `route="${this.#route.replace(/[\\"]/g, "\\$&")}"`;
    let count = 0;
    const buckets = [...BOUNDS_S, "+Inf"].map((bound, at) => {
      count += this.#counts[at] as number;
      return `${NAME}_bucket{le="${bound}",${route}} ${count}`;
    });
    return [...buckets, `${NAME}_sum{${route}} ${this.#sum}`, `${NAME}_count{${route}} ${count}`];
  }
}

/** All routes, as Prometheus reads a histogram. */
export function secondsText(routes: Iterable<RouteSeconds>): string {
  const lines = [`# HELP ${NAME} How long answers took, until their first byte could be sent.`, `# TYPE ${NAME} histogram`];
  for (const route of routes) lines.push(...route.lines());
  return `${lines.join("\n")}\n`;
}
