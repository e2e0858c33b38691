/** Names of platforms, metrics, topics and sources: `daily_active_users`, `model-press`. At most 64 characters. */
export const SLUG = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/;

/** ISO 3166-1 alpha-2 in capitals, or `WORLD`. The shape only; the catalog says which exist. */
export const COUNTRY_CODE = /^(?:[A-Z]{2}|WORLD)$/;

export const WORLD = "WORLD";
export const ALL_TOPICS = "all";
export const DEFAULT_SOURCE = "default";
