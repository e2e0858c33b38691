import { expect, inject, test } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    zone: string;
  }
}

/** Minutes behind UTC at noon of 13 January 2025. */
const OFFSETS: Record<string, number> = { UTC: 0, "America/Los_Angeles": 480, "Asia/Shanghai": -480 };

test("the zone that this run is named after is in force", () => {
  const zone = inject("zone");
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  expect(new Date(2025, 0, 13, 12).getTimezoneOffset()).toBe(OFFSETS[zone]);
});
