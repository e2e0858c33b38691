import { act } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultView, encodeView, type View } from "../../data/model/view.ts";
import { forgetToken, giveToken } from "../app/token.ts";
import { key, page, press, show, the, type, until } from "../controls/page.fixture.tsx";
import { ShareButton } from "./ShareButton.tsx";

page();
afterEach(() => vi.unstubAllGlobals());

const addressOf = (view: View) => `https://surge.example/growth?${encodeView(view)}`;
const link = () => (the("input[aria-label=Link]") as HTMLInputElement).value;
const radio = (words: string) => the("label", words).querySelector("input") as HTMLInputElement;

async function open(view: Partial<View> = {}, vintage = 2) {
  show(<ShareButton view={{ ...defaultView(), ...view }} vintage={vintage} page="growth" loaded={null} addressOf={addressOf} />);
  press(the("button", "Share"));
  await until(() => the("[role=dialog]", "Share this view"));
}

function clipboard(writeText: (text: string) => Promise<void>) {
  vi.stubGlobal("navigator", { clipboard: { writeText }, onLine: true });
}

describe("the link", () => {
  it("holds the vintage, or follows new data", async () => {
    await open({ interval: "week" });
    expect(radio("Pinned to vintage 2").checked).toBe(true);
    expect(link()).toBe("https://surge.example/growth?v=1&interval=week&vintage=2");
    press(radio("Live"));
    expect(link()).toBe("https://surge.example/growth?v=1&interval=week");
  });

  it("pins the number where the view names a day, and lets go of it where it is to live", async () => {
    await open({ vintage: "2025-03-01" });
    expect(link()).toContain("vintage=2");
    press(radio("Live"));
    expect(link()).not.toContain("vintage");
  });

  it.each<[View["range"], string]>([
    [defaultView().range, "The dates stay 1 Jan to 15 Feb 2025."],
    [{ last: 28 }, "The last 28 days move with it."],
    ["all", "to the last day that has any"],
  ])("says what a live link does with %j", async (range, words) => {
    await open({ range });
    expect(the("label", "Live").textContent).toContain(words);
  });

  it("cannot pin an empty store", async () => {
    await open({}, 0);
    expect(radio("Pinned").disabled).toBe(true);
    expect(link()).not.toContain("vintage");
  });
});

describe("copying", () => {
  it("copies the address and says so", async () => {
    const copied: string[] = [];
    clipboard(async (text) => {
      copied.push(text);
    });
    await open();
    press(the("button", "Copy link"));
    await until(() => expect(the("[aria-live=polite]").textContent).toBe("Copied."));
    expect(copied).toEqual(["https://surge.example/growth?v=1&vintage=2"]);
    press(radio("Live"));
    expect(the("[aria-live=polite]").textContent).toBe("");
  });

  it("selects the link where the browser does not let it copy", async () => {
    clipboard(() => Promise.reject(new DOMException("denied", "NotAllowedError")));
    await open();
    press(the("button", "Copy link"));
    await until(() => expect(the("[aria-live=polite]").textContent).toContain("The link is selected"));
    const field = the("input[aria-label=Link]") as HTMLInputElement;
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, field.value.length]);
  });
});

describe("a citation", () => {
  it("is copied in the style that is chosen, with the link that is chosen, and stands there to be read", async () => {
    const copied: string[] = [];
    clipboard(async (text) => {
      copied.push(text);
    });
    await open();
    press(the("button", "APA"));
    await until(() => expect(the("[aria-live=polite]").textContent).toBe("Copied."));
    expect(copied[0]).toMatch(/^RedNote Surge\. \(n\.d\.\).* from https:\/\/surge\.example\/growth\?v=1&vintage=2$/);
    expect((the("textarea") as HTMLTextAreaElement).value).toBe(copied[0]);
    press(radio("Live"));
    expect((the("textarea") as HTMLTextAreaElement).value).toMatch(/growth\?v=1$/);
  });
});

describe("the code of a frame", () => {
  it("is copied for the theme that is chosen, of the link that is chosen, and stands there to be read", async () => {
    const copied: string[] = [];
    clipboard(async (text) => {
      copied.push(text);
    });
    await open({ interval: "week" });
    press(the("button", "Dark"));
    await until(() => expect(the("[aria-live=polite]").textContent).toBe("Copied."));
    expect(copied[0]).toContain('<iframe src="https://surge.example/embed?v=1&amp;interval=week&amp;vintage=2&amp;theme=dark"');
    expect((the("textarea") as HTMLTextAreaElement).value).toBe(copied[0]);
    press(radio("Live"));
    expect((the("textarea") as HTMLTextAreaElement).value).toContain(
      'src="https://surge.example/embed?v=1&amp;interval=week&amp;theme=dark"',
    );
    press(the("button", "As the page"));
    expect((the("textarea") as HTMLTextAreaElement).value).not.toContain("theme");
    await until(() => expect(copied.length).toBe(2));
    await until(() => expect(the("[aria-live=polite]").textContent).toBe("Copied."));
  });
});

describe("a short link", () => {
  const url = "https://surge.example/s/AbCdEfGhIjKlMnOpQrStUv";

  /** Makes one, with a token that is held already. */
  async function made(answer: () => Promise<Response>): Promise<unknown[]> {
    const sent: unknown[] = [];
    vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
      sent.push(JSON.parse(String(init.body)));
      return answer();
    });
    giveToken("mine");
    await open({ interval: "week" });
    press(the("button", "Make one"));
    type(the("form input"), "For Monday");
    press(the("button", "Make the short link"));
    return sent;
  }
  afterEach(() => act(forgetToken));

  it("takes the place of the long one in the field, the clipboard and the frame; a citation keeps what lasts", async () => {
    const copied: string[] = [];
    clipboard(async (text) => {
      copied.push(text);
    });
    const sent = await made(async () => new Response(JSON.stringify({ url, expires_at: "2025-07-01T00:00:00.000Z" }), { status: 201 }));
    await until(() => expect(link()).toBe(url));
    const long = "https://surge.example/growth?v=1&interval=week&vintage=2";
    expect(sent).toEqual([{ view: long, pinned: true, note: "For Monday", expires_in: null }]);
    expect(document.activeElement).toBe(the("input[aria-label=Link]"));
    expect(the("[role=dialog]").textContent).toContain("It works until 30 Jun 2025 (UTC).");
    for (const name of ["Copy link", "Copy embed code, Dark", "APA"]) press(the("button", name));
    await until(() => expect(copied).toHaveLength(3));
    expect(copied[0]).toBe(url);
    expect(copied[1]).toContain(`<iframe src="${url}/embed?theme=dark"`);
    expect(copied[2]).toMatch(/from https:\/\/surge\.example\/growth\?v=1&interval=week&vintage=2$/);
    press(the("button", "Use the long link"));
    expect(link()).toBe(long);
    press(the("button", "Use the short link"));
    expect(link()).toBe(url);
    // Of another choice there is none yet.
    press(radio("Live"));
    expect(link()).not.toContain("/s/");
    the("button", "Make one");
  });

  it("that is not made leaves the form as it was filled in, with why, and the focus on the way on", async () => {
    const detail = "Too many.";
    await made(async () => new Response(JSON.stringify({ detail }), { status: 429, headers: { "Retry-After": "9" } }));
    await until(() => expect(the("[role=alert]").textContent).toBe("Too many. Nothing was changed. Try again in 9 seconds."));
    expect((the("form input") as HTMLInputElement).value).toBe("For Monday");
    expect(document.activeElement).toBe(the("button", "Make the short link"));
    expect(link()).not.toContain("/s/");
  });
});

describe("the picture that others show", () => {
  it("is that of the link, and leaves where it cannot be drawn", async () => {
    await open();
    expect(the("img").getAttribute("src")).toBe("/chart.png?v=1&vintage=2&width=1200&height=630");
    press(radio("Live"));
    expect(the("img").getAttribute("src")).toBe("/chart.png?v=1&width=1200&height=630");
    act(() => {
      the("img").dispatchEvent(new Event("error"));
    });
    expect(document.querySelector("img")).toBeNull();
  });
});

describe("files", () => {
  it("are those of the link", async () => {
    await open();
    expect(the("a", "CSV").getAttribute("href")).toBe("/export.csv?v=1&vintage=2&format=1");
    press(radio("Live"));
    expect(the("a", "CSV").getAttribute("href")).toBe("/export.csv?v=1&format=1");
  });
});

describe("the key S", () => {
  it("opens it, takes the focus, and Escape gives it back to the button", async () => {
    show(<ShareButton view={defaultView()} vintage={2} page="growth" loaded={null} addressOf={addressOf} />);
    key("s");
    await until(() => the("[role=dialog]", "Share this view"));
    expect(document.activeElement).toBe(radio("Pinned"));
    key("Escape");
    expect(document.querySelector("[role=dialog]")).toBeNull();
    expect(document.activeElement).toBe(the("button", "Share"));
  });

  it("is a letter in a field, and belongs to the browser with Ctrl", () => {
    show(
      <>
        <input aria-label="A field" />
        <ShareButton view={defaultView()} vintage={2} page="growth" loaded={null} addressOf={addressOf} />
      </>,
    );
    the("input").focus();
    key("s");
    the("button").focus();
    key("s", { ctrlKey: true });
    expect(the("button", "Share").getAttribute("aria-expanded")).toBe("false");
  });
});
