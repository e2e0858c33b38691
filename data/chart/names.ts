import type { Catalog } from "../model/catalog.ts";
import type { Metric } from "../model/metric.ts";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

const SPOKEN: Record<string, string> = {
  US: "the US",
  GB: "the UK",
  AE: "the UAE",
  NL: "the Netherlands",
  PH: "the Philippines",
  CZ: "Czechia",
  DO: "the Dominican Republic",
  WORLD: "the world",
};

/** The name of an entry of the catalog, or its id where the catalog lacks it. */
export function nameOf(entries: readonly { id: string; name: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id;
}

/** A country in a label; a sum is "3 countries". @example placeName("US+GB", countries) // "US and GB" */
export function placeName(country: string, countries: Catalog["countries"]): string {
  const parts = country.split("+");
  if (parts.length === 1) return nameOf(countries, country);
  return parts.length === 2 ? parts.join(" and ") : `${parts.length} countries`;
}

/** A country in a sentence, after "in". @example spokenPlace("US", countries) // "the US" */
export function spokenPlace(country: string, countries: Catalog["countries"]): string {
  return SPOKEN[country] ?? placeName(country, countries);
}

/** What a metric counts, in a sentence after a number. @example counted(dailyActiveUsers) // "daily users" */
export function counted(metric: Pick<Metric, "id" | "unit" | "over_time">): string {
  if (metric.id === "daily_active_users") return "daily users";
  if (metric.id === "monthly_active_users") return "monthly users";
  if (metric.over_time === "sum") return `${metric.unit} a day`;
  return metric.unit;
}

/** In words up to twelve. @example count(7) // "seven" */
export function count(number: number): string {
  return NUMBERS[number] ?? String(number);
}

/** @example capital("seven") // "Seven" */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
