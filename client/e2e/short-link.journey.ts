import { afterAll, beforeAll, expect, test } from "vitest";
import { drawn, keep, pictureOf, type Stage, stage } from "./stage.ts";

let open: Stage;
let closed: Stage;
beforeAll(async () => {
  open = await stage();
  closed = await stage({ SURGE_ACCESS: "private" });
});
afterAll(async () => {
  await open?.stop();
  await closed?.stop();
});

const VIEW = "/growth?v=1&countries=US&surge=on";
/** The path of a link that a command printed. */
const pathOf = (link: string) => new URL(link).pathname;

test("a short link leads to the chart of its view, and the same chart as the long one", async () => {
  const link = pathOf(open.command("share", VIEW, "--pinned"));
  const short = await open.open(link);
  await drawn(short.page);
  expect(new URL(short.page.url()).search).toBe("?v=1&surge=on&vintage=2");
  const long = await open.open(`${VIEW}&vintage=2`);
  await drawn(long.page);
  expect(await pictureOf(short.page)).toEqual(await pictureOf(long.page));
  expect(short.faults).toEqual([]);
  // To look at it again, or to come back to it, is no other visit.
  await short.page.reload();
  await drawn(short.page);
  const visits = () => (JSON.parse(open.command("share", "list", "--json")) as { url: string; visits: number }[])[0]?.visits;
  await expect.poll(visits, { timeout: 10_000 }).toBe(1);

  // Without JavaScript the page of the link is that of its view, too, and the link stays where it is.
  const plain = await open.open(link, { javaScriptEnabled: false });
  expect(new URL(plain.page.url()).pathname).toBe(link);
  await plain.page.locator("[data-drawing=wide] svg path[data-line]").first().waitFor();
  await keep(plain.page, "short-link-no-script");
});

test("a link that was ended says so in the reader's language, with a way to the newest data", async () => {
  const path = pathOf(open.command("share", VIEW, "--pinned"));
  open.command("share", "revoke", path);
  const { page } = await open.open(path, { locale: "zh-CN", viewport: { width: 390, height: 844 } });
  expect(await page.getByRole("heading").textContent()).toBe("此链接已终止");
  await keep(page, "ended-link-zh-phone");
  await page.getByRole("link", { name: "以最新数据查看同一视图" }).click();
  await page.locator("[data-chart] svg").first().waitFor();
  expect(new URL(page.url()).search).toBe("?v=1&surge=on&lang=zh");
});

test("where access is private, a link shows its chart without a token, and nothing besides", async () => {
  const { page, faults } = await closed.open(pathOf(closed.command("share", VIEW, "--pinned")));
  await drawn(page);
  const { lines } = await pictureOf(page);
  expect(lines.length).toBeGreaterThan(1);
  expect(faults).toEqual([]);
  const share = new URL(page.url()).searchParams.get("share") ?? "";
  // Another country, with the same link: the address is asked again, and has no series.
  const other = await closed.open(`/growth?v=1&countries=GB&vintage=2&share=${share}`);
  await other.page.getByText("There is no country").first().waitFor();
  // Another vintage takes a token.
  const newest = await closed.open(`/growth?v=1&countries=US&vintage=1&share=${share}`);
  await newest.page.getByLabel("Token").waitFor();
  closed.command("share", "revoke", share);
  await page.reload();
  await page.getByText("This link was ended by whoever made it.").first().waitFor();
  await keep(page, "ended-link-private");
});
