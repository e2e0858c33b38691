import { RevertError, type Reverted, revert } from "../server/store/revert.ts";
import { command, onlyName, UsageError } from "./command/command.ts";
import { withStore } from "./command/with-store.ts";

const USAGE = `npm run revert -- BATCH [--keep-later] [--dry-run] [--json]

Undoes a batch by a new one: puts back what it replaced or withdrew, and withdraws what it brought. Older vintages keep
what they say, and the new batch can be undone as well. Refuses where later batches have changed the same values.

  --keep-later  leave what later batches set as it is, and undo the rest
  --dry-run     say what would happen, and write nothing
  --json        print {reverted, batch, vintage, restored, retracted, entries, left}; where it is refused {reverted: null,
                detail, conflicts}

The exit code is 0 where the batch was undone, 1 where it was not, 2 where the arguments mean nothing.
`;

const flag = { type: "boolean", default: false } as const;

export const main = command({
  usage: USAGE,
  options: { "keep-later": flag, "dry-run": flag },
  run: async ({ json, "keep-later": keepLater, "dry-run": dryRun }, names) => {
    const batch = batchOf(onlyName(names, "Name one batch, as in `npm run revert -- 7`."));
    try {
      const reverted = await withStore({ make: false }, (store) => revert({ store, batch, keepLater, dryRun, now: () => new Date() }));
      process.stdout.write(json ? `${JSON.stringify(reverted)}\n` : inWords(reverted, dryRun));
      return 0;
    } catch (error) {
      if (!(error instanceof RevertError)) throw error;
      const { message, conflicts } = error;
      if (json) process.stdout.write(`${JSON.stringify({ reverted: null, detail: message, conflicts: conflicts ?? null })}\n`);
      else process.stderr.write(`${message}\n`);
      return 1;
    }
  },
});

function batchOf(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new UsageError(`\`${text}\` is not the number of a batch. \`GET /api/v1/vintages\` lists them.`);
}

function inWords({ reverted, batch, vintage, restored, retracted, entries, left }: Reverted, dryRun: boolean): string {
  const counts = [
    `${counted(restored)} ${restored === 1 ? "value" : "values"} as before`,
    `${counted(retracted)} withdrawn`,
    ...(entries > 0 ? [`${counted(entries)} ${entries === 1 ? "entry" : "entries"} of the catalog as before`] : []),
    ...(left > 0 ? [`${counted(left)} left as later batches set them`] : []),
  ].join(", ");
  if (dryRun) return `Undoing batch ${reverted} would leave: ${counts}. Nothing was written. The newest batch is ${vintage}.\n`;
  if (batch === null) return `Batch ${reverted} is undone already; nothing changed. The newest batch is ${vintage}.\n`;
  return `Batch ${batch} undoes batch ${reverted}: ${counts}.\n`;
}

function counted(number: number): string {
  return number.toLocaleString("en-US");
}
