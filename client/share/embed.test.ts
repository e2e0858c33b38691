import { expect, it } from "vitest";
import { embedOf } from "./embed.ts";

const address = "https://surge.example/growth?v=1&interval=week";

it("a frame is in the language in which it is named, and as its theme says", () => {
  expect(embedOf({ address }, "Growth", "auto")).toContain('src="https://surge.example/embed?v=1&amp;interval=week"');
  expect(embedOf({ address }, "增长", "auto", "zh")).toContain('src="https://surge.example/embed?v=1&amp;interval=week&amp;lang=zh"');
  expect(embedOf({ address, short: "https://surge.example/s/a" }, "增长", "dark", "zh")).toContain(
    'src="https://surge.example/s/a/embed?theme=dark&amp;lang=zh"',
  );
});
