import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/**
 * Who asks, as far as that can be believed: the other end of the connection, or, behind proxies of ours, what the
 * farthest of them saw. An address of IPv6 stands for its network of 64 bits, which is what one customer gets.
 *
 * @param proxies how many stand in front; what came before them was written by anybody
 */
export function clientAddress(incoming: Pick<IncomingMessage, "headers" | "socket">, proxies: number): string {
  const near = incoming.socket.remoteAddress ?? "unknown";
  if (proxies === 0) return networkOf(near);
  const forwarded = incoming.headers["x-forwarded-for"];
  const hops = (Array.isArray(forwarded) ? forwarded.join(",") : (forwarded ?? "")).split(",").map((text) => text.trim());
  return networkOf(hops.at(-proxies) || near);
}

/** @example networkOf("2001:db8:0:7:a:b:c:d") // "2001:db8:0:7::/64" */
function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  if (address.startsWith("::ffff:") && address.includes(".")) return address.slice("::ffff:".length);
  if (!isIPv6(address)) return address.slice(0, 64);
  const [head = "", tail] = address.toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return `${[...before, ...zeros, ...after].slice(0, 4).join(":")}::/64`;
}
