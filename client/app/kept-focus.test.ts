import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepFocus } from "./kept-focus.ts";

describe("the focus of a control that goes away", () => {
  let end = () => {};
  beforeEach(() => {
    document.body.innerHTML = `
      <header><div id="tools"><a id="language" href="/">中文</a></div></header>
      <main id="main"><h1 id="said">Said</h1><p id="offer"><button id="show">Show them</button></p>
        <section id="part"><div id="inner"><button id="clear">Choose none</button></div></section></main>`;
    end = keepFocus();
  });
  afterEach(() => end());

  const gone = async (focused: string, removed: string) => {
    document.getElementById(focused)?.focus();
    document.getElementById(removed)?.remove();
    await new Promise((done) => setTimeout(done));
    return document.activeElement?.id;
  };

  it("goes to the sentence of the page where nothing less is around it", async () => {
    expect(await gone("show", "offer")).toBe("said");
  });

  it("goes to the nearest part that is still there", async () => {
    expect(await gone("clear", "inner")).toBe("part");
    expect(await gone("language", "language")).toBe("tools");
  });

  it("stays where it was put meanwhile", async () => {
    document.getElementById("clear")?.focus();
    document.getElementById("inner")?.remove();
    document.getElementById("language")?.focus();
    await new Promise((done) => setTimeout(done));
    expect(document.activeElement?.id).toBe("language");
  });
});
