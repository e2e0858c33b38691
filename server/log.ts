import { type DestinationStream, type Logger, pino } from "pino";

/** Tokens, wherever they stand: as `npm run token` makes them, and whatever follows the scheme. */
const SECRETS = /surge_[\w-]{16,}|(?<=\bBearer\s+)[\w\-.~+/]+=*/gi;

/** Writes lines without the tokens in them: somebody may put one into an address, a name, or a header of his own. */
function withoutTokens(destination: DestinationStream): DestinationStream {
  return { write: (line) => destination.write(line.replace(SECRETS, "…")) };
}

/** A log of one JSON object a line. */
export function createLog(level: string, destination: DestinationStream): Logger {
  return pino({ level, base: null }, withoutTokens(destination));
}
