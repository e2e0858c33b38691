import type { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress } from "./address.ts";

const from = (remoteAddress: string, forwarded?: string) => ({
  socket: { remoteAddress } as Socket,
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
});

describe("clientAddress", () => {
  it("believes the connection alone where no proxy is ours", () => {
    expect(clientAddress(from("192.0.2.7", "198.51.100.1"), 0)).toBe("192.0.2.7");
  });

  it.each([
    [1, "203.0.113.9, 198.51.100.1", "198.51.100.1"],
    [2, "203.0.113.9, 198.51.100.1", "203.0.113.9"],
    [3, "203.0.113.9, 198.51.100.1", "192.0.2.7"],
    [1, "", "192.0.2.7"],
  ])("behind %i of ours takes from %j what that one saw", (proxies, forwarded, expected) => {
    expect(clientAddress(from("192.0.2.7", forwarded), proxies)).toBe(expected);
  });

  it.each([
    ["2001:db8:0:7:a:b:c:d", "2001:db8:0:7::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
  ])("takes %s for %s", (address, expected) => {
    expect(clientAddress(from(address), 0)).toBe(expected);
  });
});
