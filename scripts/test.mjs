// `npm test`: installs what is missing and runs everything: the build, types, lint, import rules, tests, journeys.
// Its last line is `N passed, N failed` over all of them. `--quick` leaves out the journeys.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, say, stop } from "./ground.mjs";
import { build, checkNode, install } from "./prepare.mjs";

const quick = process.argv.includes("--quick");
const unknown = process.argv.slice(2).filter((argument) => argument !== "--quick");
if (unknown.length > 0) stop(`\`npm test\` does not know ${unknown.join(" ")}. One file: \`npx vitest run FILE\`.`);

const total = { passed: 0, failed: 0 };

function count(passed, failed) {
  total.passed += passed;
  total.failed += failed;
}

/** Runs a tool of ours in a process of its own, its words shown as they come; answers its exit code. */
function run(script, args, env = {}) {
  // Components are tested as React's variant for tests, whatever the shell says.
  const all = { ...process.env, NODE_ENV: "test", ...env };
  const { status, signal, error } = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    env: all,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error) say(`${script} did not run: ${error.message}`);
  if (signal) say(`${script} was ended by ${signal}.`);
  return status ?? 1;
}

/** A check counts as one. */
async function check(name, work) {
  let passed = false;
  try {
    passed = await work();
  } catch (error) {
    say(error.message);
  }
  console.log(`${passed ? "ok    " : "FAILED"}  ${name}`);
  count(passed ? 1 : 0, passed ? 0 : 1);
  return passed;
}

/** A runner counts by its report. Not to have run, to have nothing to run, and to leave tests out are failures too. */
function suites(name, args, env) {
  console.log(`\n${name}`);
  mkdirSync(join(root, ".cache"), { recursive: true });
  const report = join(root, `.cache/report-${name}.json`);
  rmSync(report, { force: true });
  const status = run("vitest/vitest.mjs", ["run", ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`], env);
  let result;
  try {
    result = JSON.parse(readFileSync(report, "utf8"));
  } catch {
    say(`FAILED  ${name}: the runner ended without a report.`);
    return count(0, 1);
  }
  const unloaded = result.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
  );
  const left = result.numPendingTests + result.numTodoTests;
  let failed = result.numFailedTests + unloaded.length + left;
  for (const file of unloaded) say(`FAILED  ${file.name}: it did not load, or failed outside of its tests.`);
  if (left > 0) say(`FAILED  ${name}: ${left} left out. A test that does not run proves nothing.`);
  if (result.numPassedTests + failed === 0) {
    say(`FAILED  ${name}: there was nothing to run.`);
    failed = 1;
  }
  if (status !== 0 && failed === 0) {
    say(`FAILED  ${name}: the runner ended with ${status}.`);
    failed = 1;
  }
  count(result.numPassedTests, failed);
}

async function journeys() {
  let browser;
  try {
    const { findBrowser } = await import("./browser.mjs");
    browser = await findBrowser();
  } catch (error) {
    say(`FAILED  journeys: ${error.message}`);
    return count(0, 1);
  }
  suites("journeys", ["--project", "journeys"], { SURGE_CHROMIUM: browser });
}

checkNode();
await install();
const built = await check("build", async () => {
  await build();
  return true;
});
for (const part of ["data", "server", "."])
  await check(`types of ${part === "." ? "everything" : part}`, () => run("typescript/bin/tsc", ["-p", part]) === 0);
await check("lint and format", () => run("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "--max-diagnostics=100"]) === 0);
suites("tests", ["--project", "data*", "--project", "server", "--project", "client"]);
if (!quick && built) await journeys();
else if (!quick) {
  say("FAILED  journeys: there is no build to journey through.");
  count(0, 1);
}

process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
