import type { Problem } from "../data/model/problem.ts";
import { type Notice, VIEW_PARAMETERS, VIEW_VERSION } from "../data/model/view.ts";
import { VIEW_HELP } from "../data/model/view-help.ts";
import { meant } from "./entry-faults.ts";

const NAMES = VIEW_PARAMETERS.map(({ name }) => name);

/** What to do, for faults whose parameter alone does not say it. */
const INSTEAD: Readonly<Record<string, string>> = {
  unknown_version: `Send v=${VIEW_VERSION}.`,
  repeated_parameter: "Send it once.",
  ignored: "Send one of them.",
  reversed_range: "Send the earlier day first.",
};

/**
 * What is wrong with an address, for who is refused because of it: a page says how it read the address all the same, and
 * here nobody did.
 *
 * @example refusals(decodeView([["interval", "fortnight"]]).notices)[0].detail
 * // "The address asked for `interval=fortnight`. It takes: day, week, month."
 */
export function refusals(notices: readonly Notice[]): Problem[] {
  return notices.map((notice) => {
    const fact = notice.detail.slice(0, notice.detail.lastIndexOf(". ") + 1);
    const takes = notice.code === "malformed" ? `It takes: ${VIEW_HELP[notice.field]?.type}.` : undefined;
    const hint = notice.code === "unknown_parameter" ? meant(notice.field, NAMES) : undefined;
    const detail = [fact, takes ?? INSTEAD[notice.code]].filter(Boolean).join(" ");
    return { ...notice, detail, ...(hint && { hint }) };
  });
}
