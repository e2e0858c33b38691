import { dayOfInstant } from "../data/model/day.ts";
import { problemText } from "../data/model/problem.ts";
import { readDuration, SHARE_PATH, SHARE_SLUG, type Share, shareAddress, shareState } from "../data/model/share.ts";
import { readConfig } from "../server/config.ts";
import { patiently } from "../server/patience.ts";
import { sharedAddress } from "../server/shared-address.ts";
import { makeShare, newSlug, ShareFault } from "../server/sharing.ts";
import type { ShareListing, Store } from "../server/store/store.ts";
import { CommandError, command, onlyName, UsageError, type Values } from "./command/command.ts";
import { inColumns } from "./command/table.ts";
import { withStore } from "./command/with-store.ts";

const USAGE = `npm run -s share -- "ADDRESS" [--pinned] [--expires TIME] [--note TEXT] [--json]
npm run -s share -- list [--json]
npm run -s share -- revoke SLUG [--json]
npm run -s share -- rotate SLUG [--json]

Makes a short link to what an address shows, and prints it; lists all links; ends one at once; gives one another slug
and ends the old one. ADDRESS is that of a page, or its query string, in quotes because of its &. SLUG may be the link.

  --pinned   show for ever what is known now, or at the vintage that the address names; otherwise follow new data
  --expires  for how long it works, such as 12h, 30d or 4w; for ever unless told
  --note     what it is for, to find it in the list
  --json     print one JSON value

The link begins with SURGE_ORIGIN; without it, as the address does, or as the server of the settings would.
The exit code is 0 where it is done, 1 where it is not, 2 where the arguments mean nothing.
`;

const OPTIONS = {
  pinned: { type: "boolean", default: false },
  expires: { type: "string" },
  note: { type: "string" },
} as const;

/** What is more than a person reads at once: the newest. */
const MOST_LISTED = 1000;

const run = command({
  usage: USAGE,
  options: OPTIONS,
  run: (values, [what = "", ...names]) => {
    if (what === "") throw new UsageError("Say what to share: the address of a page, in quotes.");
    if (what !== "list" && what !== "revoke" && what !== "rotate") return make(what, names, values);
    if (values.pinned || values.expires !== undefined || values.note !== undefined)
      throw new UsageError(`--pinned, --expires and --note are for a new link, not for \`${what}\`.`);
    if (what !== "list")
      return end(what, slugOf(onlyName(names, `Name one link, as in \`npm run -s share -- ${what} SLUG\`.`)), values.json);
    if (names.length > 0) throw new UsageError(`There is no \`list ${names.join(" ")}\`.`);
    return withStore({ make: false }, (store) => say(list(store, values.json)));
  },
});

/** A slug may begin as an option does. */
export const main = (argv: string[]): Promise<number> => run(argv.map((one) => (SHARE_SLUG.test(one) ? `${SHARE_PATH}${one}` : one)));

async function make(address: string, more: readonly string[], { pinned, expires, note, json }: Values<typeof OPTIONS>): Promise<number> {
  if (more.length > 0) throw new UsageError("Share one address, in quotes because of its &.");
  if (expires !== undefined && readDuration(expires) === undefined)
    throw new UsageError(
      `--expires is \`${expires}\`. It must be a number of hours, days or weeks, such as 12h, 30d or 4w; ten years at most.`,
    );
  const read = sharedAddress(address);
  const origin = "origin" in read ? read.origin : undefined;
  const sent = {
    view: address,
    ...(pinned && { pinned }),
    ...(expires !== undefined && { expires_in: expires }),
    ...(note !== undefined && { note }),
  };
  try {
    const share = await withStore({ make: false }, (store) =>
      makeShare(sent, { store, now: Date.now(), owner: null, origin: readConfig().origin || origin || "" }),
    );
    return say(json ? JSON.stringify(shown(share, origin)) : linkOf(share, origin));
  } catch (error) {
    if (!(error instanceof ShareFault)) throw error;
    if (json) process.stdout.write(`${JSON.stringify({ slug: null, errors: error.problems })}\n`);
    else process.stderr.write(`No link was made.\n${error.problems.map((problem) => `  ${problemText(problem)}\n`).join("")}`);
    return 1;
  }
}

function end(what: "revoke" | "rotate", slug: string, json: boolean): Promise<number> {
  return withStore({ make: false }, async (store) => {
    const share = store.share(slug);
    if (share === undefined) throw new CommandError(`There is no link \`${slug}\`. \`npm run -s share -- list\` names them.`);
    const now = Date.now();
    const at = new Date(now).toISOString();
    if (what === "revoke") {
      await patiently(() => store.revokeShare(slug, at));
      const ended = store.share(slug) ?? share;
      return say(json ? JSON.stringify(shown(ended)) : `The link ${slug} is ended: it says so to whoever follows it.`);
    }
    if (shareState(share, now) !== "works")
      throw new CommandError(`The link ${slug} has ended already. Share its address anew: ${shareAddress(share)}`);
    const fresh = newSlug();
    await patiently(() => store.rotateShare(slug, fresh, at));
    const made = store.share(fresh);
    if (made === undefined) throw new CommandError(`The link ${slug} was ended by somebody else meanwhile.`);
    return say(json ? JSON.stringify(shown(made)) : linkOf(made));
  });
}

function list(store: Store, json: boolean): string {
  const shares = store.shares({ limit: MOST_LISTED });
  if (json) return JSON.stringify(shares.map((share) => ({ ...shown(share), visits: share.visits, last_visit: share.last_visit })));
  if (shares.length === 0) return 'There is no link. `npm run -s share -- "ADDRESS"` makes one.';
  return inColumns([
    ["link", "made", "by", "visits", "last", "state", "leads to", "note"],
    ...shares.map((share) => rowOf(share, Date.now())),
  ]);
}

function rowOf(share: ShareListing, now: number): string[] {
  const { created_at, owner, visits, last_visit, note } = share;
  return [
    linkOf(share),
    created_at.slice(0, 10),
    owner ?? "command",
    String(visits),
    last_visit ?? "never",
    stateOf(share, now),
    shareAddress(share),
    note,
  ];
}

function stateOf(share: Share, now: number): string {
  const state = shareState(share, now);
  if (state === "revoked") return `revoked on ${share.revoked_at?.slice(0, 10)}`;
  if (share.expires_at === null) return "works";
  const last = dayOfInstant(Date.parse(share.expires_at) - 1);
  return state === "expired" ? `expired on ${last}` : `works until ${last}`;
}

/** What the API answers of a share. */
function shown(share: Share, origin?: string) {
  return { ...share, url: linkOf(share, origin), address: shareAddress(share), state: shareState(share, Date.now()) };
}

function linkOf({ slug }: Share, asked?: string): string {
  const { origin, host, port } = readConfig();
  const own = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `${origin || asked || `http://${own}:${port}`}${SHARE_PATH}${slug}`;
}

function slugOf(text: string): string {
  const [, slug] = /(?:^|\/s\/)([\w-]{22})(?:[?#].*)?$/.exec(text) ?? [];
  if (slug === undefined) throw new UsageError(`\`${text}\` is no link. A slug has 22 letters, digits, - and _.`, { isSmall: true });
  return slug;
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}
