import { expect, it } from "vitest";
import { embedCode } from "./embed-code.ts";

it("writes a frame whose address and title stay within their quotes", () => {
  expect(embedCode("https://surge.example/embed?v=1&a=2", 'The "surge" <now>', { width: 400, height: 300 })).toBe(
    '<iframe src="https://surge.example/embed?v=1&amp;a=2" title="The &quot;surge&quot; &lt;now&gt;" width="400" height="300" loading="lazy" style="border:0;max-width:100%"></iframe>',
  );
});
