import { describe, expect, it } from "vitest";
import { quoteLines, unpacked } from "./quote.ts";

/** A stream in pieces of some bytes. */
function stream(text: string, size = 3): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

const lines = async (text: string, wanted: number[], size?: number) => [...(await quoteLines(stream(text, size), new Set(wanted), false))];

describe("the lines of a file", () => {
  it.each([1, 2, 3, 7, 1000])("are found wherever its pieces of %i bytes are cut, in UTF-8", async (size) => {
    expect(await lines("date\nüber,1\r\n\nlast,é", [2, 3, 4], size)).toEqual([
      [2, "über,1"],
      [3, ""],
      [4, "last,é"],
    ]);
  });

  it("are left out where the file has no such line", async () => {
    expect(await lines("one\ntwo", [2, 9])).toEqual([[2, "two"]]);
  });

  it("are cut where they are long, and of JSON left out", async () => {
    const long = `${"x".repeat(500)}\nshort`;
    const [first] = await lines(long, [1]);
    expect(first?.[1]).toHaveLength(160);
    expect(first?.[1]?.endsWith("…")).toBe(true);
    expect([...(await quoteLines(stream(long), new Set([1, 2]), true))]).toEqual([[2, "short"]]);
  });

  it("are read no further than the last that is wanted", async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new TextEncoder().encode("line\n".repeat(10)));
      },
    });
    expect([...(await quoteLines(endless, new Set([5]), false))]).toEqual([[5, "line"]]);
    expect(pulled).toBeLessThan(5);
  });

  it("of a brotli file cannot be read here", () => {
    expect(unpacked(new Blob(["x"]), "br")).toBeNull();
    expect(unpacked(new Blob(["x"]), null)).not.toBeNull();
  });
});
