import type { ListedShare } from "../../share/shares.ts";

/** A short link in a list. */
export function listed(change: Partial<ListedShare> = {}): ListedShare {
  return {
    slug: "AbCdEfGhIjKlMnOpQrStUv",
    url: "https://surge.example/s/AbCdEfGhIjKlMnOpQrStUv",
    address: "/growth?v=1",
    page: "growth",
    view: "v=1",
    pinned: false,
    vintage: 2,
    state: "works",
    owner: "desk",
    note: "",
    created_at: "2025-03-01T12:00:00.000Z",
    expires_at: null,
    revoked_at: null,
    successor: null,
    visits: 0,
    last_visit: null,
    by_day: [],
    ...change,
  };
}
