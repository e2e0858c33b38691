import { parseArgs } from "node:util";
import { CLAIMS } from "../data/chart/claim-words.ts";
import { claimsInChinese } from "../data/chart/claim-words.zh.ts";
import { type Listed, listed } from "../data/chart/evidence-list.ts";
import { evidencePage } from "../data/chart/evidence-page.ts";
import { EVIDENCE } from "../data/chart/evidence-words.ts";
import { evidenceInChinese } from "../data/chart/evidence-words.zh.ts";
import type { Told } from "../data/chart/figure-text.ts";
import { ENGLISH_FORMAT } from "../data/chart/format.ts";
import { CHINESE_FORMAT } from "../data/chart/format.zh.ts";
import { QUANTITY } from "../data/chart/quantity-words.ts";
import { quantityInChinese } from "../data/chart/quantity-words.zh.ts";
import type { Catalog } from "../data/model/catalog.ts";
import { carried } from "../data/model/page.ts";
import { decodeView, type View } from "../data/model/view.ts";
import { namedInChinese } from "../data/reference/chinese.ts";
import { readConfig } from "../server/config.ts";
import { readReference } from "../server/reference.ts";
import { refusals } from "../server/refused-view.ts";
import { ReferenceFileError } from "../server/shipped.ts";
import type { Reference } from "../server/store/store.ts";

const USAGE = `npm run evidence -- [QUERY] [--lang en|zh] [--json]

Lists every sentence of the Evidence page with the rows of data/reference/ that it comes from, made by the functions
that the page itself uses. QUERY is the query of an address of the page, such as "known=2025-01-16"; without it, every
figure at the latest day.

  --lang LANGUAGE  English (en) or Simplified Chinese (zh) alone
  --json           print [{language, place, text, rows: [{file, id}]}]

The exit code is 0; 1 where a file is not as it should be, 2 where the arguments mean nothing.
`;

const LANGUAGES: Readonly<
  Record<string, { told: Told; quantities: Readonly<Record<string, string>>; named: (catalog: Catalog) => Catalog }>
> = {
  en: {
    told: { format: ENGLISH_FORMAT, words: EVIDENCE.english, claims: CLAIMS.english },
    quantities: QUANTITY.english,
    named: (catalog) => catalog,
  },
  zh: {
    told: { format: CHINESE_FORMAT, words: evidenceInChinese, claims: claimsInChinese },
    quantities: quantityInChinese,
    named: namedInChinese,
  },
};

/** Answers the exit code: 0, 1 where a file is not as it should be, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const reference = await readReference(readConfig().dataFolder);
    const said = options.languages.map((language) => ({ language, list: sentences(reference, options.view, language) }));
    process.stdout.write(options.json ? `${JSON.stringify(said.flatMap(inJson))}\n` : said.map(inWords).join("\n"));
    return 0;
  } catch (error) {
    if (!(error instanceof ReferenceFileError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/**
 * Every sentence of the page in a language, from the files that ship.
 *
 * @param language `en` or `zh`
 */
export function sentences(
  { figures, claims, platforms, countries, metrics, topics, sources }: Reference,
  view: View,
  language: string,
): Listed[] {
  const speech = LANGUAGES[language] as (typeof LANGUAGES)[string];
  const plain: Catalog = { vintage: 1, received_at: null, days: null, coverage: [], platforms, countries, metrics, topics, sources };
  const input = { figures, claims, catalog: speech.named(plain), view, quantities: speech.quantities, told: speech.told };
  return listed(evidencePage(input), input);
}

function inJson({ language, list }: { language: string; list: readonly Listed[] }) {
  return list.map(({ place, said }) => ({ language, place, text: said.text, rows: said.rows }));
}

function inWords({ language, list }: { language: string; list: readonly Listed[] }): string {
  const lines = list.map(({ place, said }) => {
    const files = [...new Set(said.rows.map(({ file }) => file))];
    const rows = files.map((file) => `${file}: ${said.rows.flatMap((row) => (row.file === file ? [row.id] : [])).join(" ")}`).join("; ");
    return `${language}  ${place.padEnd(8)}  ${said.text}\n    ${rows}\n`;
  });
  return lines.join("");
}

function readArguments(argv: string[]): { view: View; languages: string[]; json: boolean; help: boolean } | undefined {
  const refuse = (text: string) => {
    process.stderr.write(`${text}\n\n${USAGE}`);
    return undefined;
  };
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { json: { type: "boolean" }, help: { type: "boolean", short: "h" }, lang: { type: "string" } },
    });
    if (positionals.length > 1) return refuse("One query at a time.");
    if (values.lang !== undefined && !(values.lang in LANGUAGES)) return refuse(`There is no language ${values.lang}: en or zh.`);
    const query = new URLSearchParams((positionals[0] ?? "").replace(/^\?/, ""));
    const { view, notices } = decodeView(query);
    if (notices.length > 0)
      return refuse(
        refusals(notices)
          .map(({ detail }) => detail)
          .join("\n"),
      );
    return {
      // As the page reads an address that was typed.
      view: query.has("v") ? view : carried(view, "evidence"),
      languages: values.lang === undefined ? Object.keys(LANGUAGES) : [values.lang],
      json: values.json === true,
      help: values.help === true,
    };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}
