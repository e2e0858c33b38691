import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { faultsOfAccess, sideways } from "./access.ts";
import { drawn, keep, phone, staged } from "./stage.ts";

const set = staged();

/** Refusals that a journey provokes are lines on the console, too. */
const unexpected = (faults: string[]) => faults.filter((fault) => !/status of (401|403|429)|ERR_INTERNET_DISCONNECTED/.test(fault));
const typed = (page: Page) => page.getByLabel("Token", { exact: true });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Share this view" });
const linkIn = (page: Page) => dialog(page).getByRole("textbox", { name: "Link", exact: true });
const rows = (page: Page) => page.locator("main tr[data-row]");
const statusOf = (path: string) => fetch(set.origin + path, { redirect: "manual" }).then(({ status }) => status);

/** Goes on by Tab, or back, until what has the focus is called so. */
async function tabTo(page: Page, name: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let step = 0; step < 60; step++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.textContent ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
    if (here.startsWith(name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${name}`);
}

describe("a short link", () => {
  it("is made by keyboard, opens anywhere, and is renamed, extended, given another address and ended", async () => {
    const { page, faults } = await set.open("/growth?v=1&interval=week", { permissions: ["clipboard-read", "clipboard-write"] });
    await drawn(page);
    await page.keyboard.press("s");
    await dialog(page).waitFor();
    await tabTo(page, "Make one");
    await page.keyboard.press("Enter");
    await tabTo(page, "Ends");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "Note");
    await page.keyboard.type("For Monday");
    await keep(page, "short link, form");
    await page.keyboard.press("Enter");
    await typed(page).waitFor();
    expect(await faultsOfAccess(page, { part: "[role=dialog]" })).toEqual([]);
    const token = set.token("desk", "share");
    await page.keyboard.type(token);
    await page.keyboard.press("Enter");
    await expect.poll(() => linkIn(page).inputValue()).toMatch(/\/s\/[\w-]{22}$/);
    const link = await linkIn(page).inputValue();
    // The reader goes on at the link.
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(link);
    await keep(page, "short link, made");
    await tabTo(page, "Copy link");
    await page.keyboard.press("Enter");
    await dialog(page).getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await dialog(page).getByRole("button", { name: "Copy embed code, Dark" }).press("Enter");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`src="${link}/embed?theme=dark"`);
    await dialog(page).getByRole("button", { name: "Copy citation, Plain" }).press("Enter");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("/growth?v=1&interval=week&vintage=2");
    expect(await faultsOfAccess(page, { part: "[role=dialog]" })).toEqual([]);

    const reader = await set.open(new URL(link).pathname);
    await drawn(reader.page);
    expect(new URL(reader.page.url()).search).toBe("?v=1&interval=week&vintage=2");

    await tabTo(page, "Your short links", "Shift+Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Your short links" }).waitFor();
    await rows(page).first().waitFor();
    const row = rows(page).first();
    expect(await row.locator("th, td").allTextContents()).toEqual([
      "Growth: RedNote, TikTokDaily active users, United States, 1 Jan to 15 Feb 2025",
      "Pinned to vintage 2",
      "For Monday",
      expect.stringMatching(/^\d+ \w+ \d{4}$/),
      expect.stringMatching(/^\d+ \w+ \d{4}$/),
      "Works",
      expect.stringMatching(/^1\. 1 in the last 30 days; most on .*: 1\.$/),
      expect.stringContaining("Copy"),
    ]);
    expect(await page.evaluate(() => JSON.stringify([location.href, { ...localStorage }, document.cookie]))).not.toContain(token);

    await row.getByRole("button", { name: /^Change/ }).press("Enter");
    await page.getByLabel("Note", { exact: true }).fill("For Tuesday");
    await page.keyboard.press("Enter");
    await page.getByText("The note is saved.").waitFor();
    await expect.poll(() => row.textContent()).toContain("For Tuesday");
    await page.getByLabel("Ends", { exact: true }).selectOption("never");
    await page.getByRole("button", { name: "Save the end" }).press("Enter");
    await page.getByText("It never ends now.").waitFor();
    await expect.poll(() => row.textContent()).toContain("never");
    await page.getByLabel("Ends", { exact: true }).selectOption("day");
    await page.getByLabel("Last day (UTC)").fill("2030-06-30");
    await page.getByRole("button", { name: "Save the end" }).press("Enter");
    await page.getByText("It works until 30 Jun 2030 (UTC) now.").waitFor();
    await expect.poll(() => row.textContent()).toContain("30 Jun 2030");

    await page.getByRole("button", { name: "Another address" }).press("Enter");
    await page.getByText("The one it has now ends at once").waitFor();
    await page.keyboard.press("Enter");
    // The same key twice keeps it.
    expect(await statusOf(new URL(link).pathname)).toBe(200);
    await page.getByRole("button", { name: "Another address" }).press("Enter");
    await page.getByRole("button", { name: "Give it another address" }).press("Enter");
    await page.getByText("This is the link now.").waitFor();
    const fresh = await page.locator("main").getByRole("textbox", { name: "Link", exact: true }).inputValue();
    expect(fresh).not.toBe(link);
    expect([await statusOf(new URL(link).pathname), await statusOf(new URL(fresh).pathname)]).toEqual([410, 200]);
    await expect.poll(() => rows(page).count()).toBe(2);

    await page.getByRole("button", { name: "End the link" }).press("Enter");
    await keep(page, "short links, ending one");
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.getByRole("button", { name: "End it" }).press("Enter");
    await page.getByText("The link has ended. It stays in this list.").waitFor();
    for (const path of ["", ".png", ".csv", "/embed"]) expect(await statusOf(new URL(fresh).pathname + path), path).toBe(410);
    expect(await page.locator("tr[data-state=revoked]").count()).toBe(2);
    expect(unexpected(faults)).toEqual([]);
  });

  it("of the newest data follows them, and the long link can be had again", async () => {
    const { page } = await set.open("/map?v=1");
    await page.locator("main:not([aria-busy=true])").waitFor();
    await page.keyboard.press("s");
    await dialog(page).waitFor();
    await page.getByRole("radio", { name: /Live/ }).check();
    await page.getByRole("button", { name: "Make one" }).click();
    await page.getByRole("button", { name: "Make the short link" }).click();
    await typed(page).fill(set.token("map-desk", "share"));
    await page.keyboard.press("Enter");
    await expect.poll(() => linkIn(page).inputValue()).toContain("/s/");
    const { pathname } = new URL(await linkIn(page).inputValue());
    const reader = await set.open(pathname);
    await expect.poll(() => reader.page.url()).toBe(`${set.origin}/map?v=1`);
    await page.getByRole("radio", { name: /Pinned/ }).check();
    await expect.poll(() => linkIn(page).inputValue()).toContain("vintage=2");
    await page.getByRole("radio", { name: /Live/ }).check();
    await page.getByRole("button", { name: "Use the long link" }).click();
    await expect.poll(() => linkIn(page).inputValue()).toBe(`${set.origin}/map?v=1`);
  });

  it("is not made of a token that may not, of one too many, or without a network, and each says what to do", async () => {
    const { page } = await set.open("/growth?v=1", phone);
    await page.evaluate(() => {
      navigator.share = async ({ url } = {}) => {
        document.title = `sent ${url}`;
      };
    });
    await page.locator("[data-chart] svg").first().waitFor();
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("button", { name: "Make one" }).click();
    await page.getByRole("button", { name: "Make the short link" }).click();
    await typed(page).fill("not-a-token");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "This token is not known here. Check that it is copied whole" }).waitFor();
    await typed(page).fill(set.token("sender"));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "The token sender is for ingest; this needs one for share. Ask for one" }).waitFor();
    await keep(page, "short link, token refused, a phone");
    const problem = { type: "urn:rednote-surge:problem:too-many-requests", detail: "That is too much." };
    await page.route("**/api/v1/shares", (route) =>
      route.fulfill({
        status: 429,
        headers: { "Retry-After": "7" },
        contentType: "application/problem+json",
        body: JSON.stringify(problem),
      }),
    );
    await typed(page).fill(set.token("late-desk", "share"));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "That is too much. Nothing was changed. Try again in 7 seconds." }).waitFor();
    await page.unroute("**/api/v1/shares");
    await page.context().setOffline(true);
    await page.getByRole("alert").filter({ hasText: "Offline. A short link takes the server" }).waitFor();
    expect(await page.getByRole("button", { name: "Make the short link" }).isDisabled()).toBe(true);
    expect(await faultsOfAccess(page, { part: "[role=dialog]" })).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Make the short link" }).click();
    await expect.poll(() => linkIn(page).inputValue()).toContain("/s/");
    await page.getByRole("button", { name: "Send" }).click();
    expect(await page.title()).toBe(`sent ${await linkIn(page).inputValue()}`);
  });
});

describe("the list of short links", () => {
  it("is empty, waits, fails and is shut, and says each", async () => {
    const { page } = await set.open("/shares", phone);
    await page.getByText("Short links are listed to the token that made them").waitFor();
    expect(await faultsOfAccess(page)).toEqual([]);
    await page.route("**/api/v1/shares?**", (route) => route.abort());
    await typed(page).fill(set.token("new-desk", "share"));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "The short links could not be read. No answer came" }).waitFor();
    await page.unroute("**/api/v1/shares?**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("This token has no short link yet.").waitFor();
    await keep(page, "short links, none, a phone");
    await page.getByRole("button", { name: "Forget the token" }).click();
    await typed(page).fill(set.token("list-reader", "read"));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "The token list-reader is for read; this needs one for share." }).waitFor();
    expect(await sideways(page)).toEqual([]);
  });

  it("shows an admin everybody's, sorted by any column, and the language changes with the token kept", async () => {
    for (const note of ["b", "c", "a"]) set.command("share", "/growth?v=1", "--note", note);
    const { page, faults } = await set.open("/shares", { colorScheme: "dark" });
    await typed(page).fill(set.token("boss", "admin"));
    await page.keyboard.press("Enter");
    await rows(page).first().waitFor();
    const notes = async () => (await rows(page).locator("td:nth-of-type(2)").allTextContents()).filter((note) => /^[abc]$/.test(note));
    expect(await notes()).toEqual(["a", "c", "b"]);
    await page.getByRole("button", { name: "Note", exact: true }).click();
    expect(await notes()).toEqual(["a", "b", "c"]);
    await page
      .getByRole("button", { name: /^Note ↑|^Note$/ })
      .first()
      .click();
    expect(await notes()).toEqual(["c", "b", "a"]);
    expect(await page.locator("th[aria-sort]").evaluateAll((heads) => heads.map((head) => head.getAttribute("aria-sort")))).toEqual([
      "descending",
    ]);
    await page.getByRole("link", { name: "中文" }).click();
    await page.getByRole("heading", { name: "我的短链接" }).waitFor();
    await rows(page).first().waitFor();
    expect(await page.locator("main").textContent()).toContain("命令行");
    await keep(page, "short links, dark, Chinese", true);
    expect(unexpected(faults)).toEqual([]);
  });
});

describe("where access is private", () => {
  const closed = staged({ SURGE_ACCESS: "private" });

  it("a short link takes a token of its own beside the one for reading, and shows its view to those who have none", async () => {
    const { page } = await closed.open("/growth?v=1");
    await typed(page).fill(closed.token("reader", "read"));
    await page.keyboard.press("Enter");
    await drawn(page);
    await page.keyboard.press("s");
    await page.getByRole("button", { name: "Make one" }).click();
    await page.getByRole("button", { name: "Make the short link" }).click();
    await page.getByRole("alert").filter({ hasText: "The token reader is for read; this needs one for share." }).waitFor();
    await typed(page).fill(closed.token("desk", "share"));
    await page.keyboard.press("Enter");
    await expect.poll(() => linkIn(page).inputValue()).toContain("/s/");
    await dialog(page).getByText("sees what it shows without a token").waitFor();
    const { pathname } = new URL(await linkIn(page).inputValue());
    await dialog(page).getByRole("link", { name: "Your short links" }).click();
    await rows(page).first().waitFor();
    expect(await rows(page).first().textContent()).toContain("RedNote, TikTok");
    // What takes the token for reading goes on with it.
    await rows(page).getByRole("link").first().click();
    await drawn(page);
    const stranger = await closed.open(pathname);
    await drawn(stranger.page);
  });
});
