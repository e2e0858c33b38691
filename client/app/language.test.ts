import { describe, expect, it } from "vitest";
import { addressIn, languageOf } from "./language.ts";

const at = (search: string, hash = "") => ({ pathname: "/growth", search, hash });

describe("the language of an address", () => {
  it("is English where none is asked for, or one that nobody speaks here", () => {
    expect(languageOf("")).toBe("en");
    expect(languageOf("?lang=zh")).toBe("zh");
    expect(languageOf("?v=1&lang=fr")).toBe("en");
  });

  it("changes nothing else, and leaves the default out", () => {
    expect(addressIn("zh", at("?v=1&countries=US,GB", "#events"))).toBe("/growth?v=1&countries=US,GB&lang=zh#events");
    expect(addressIn("en", at("?lang=zh&v=1&theme=dark"))).toBe("/growth?v=1&theme=dark");
    expect(addressIn("en", at("?lang=zh"))).toBe("/growth");
    expect(addressIn("zh", at("?lang=en&language=x"))).toBe("/growth?language=x&lang=zh");
  });
});
