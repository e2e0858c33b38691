import { type Language, speak } from "../../client/app/language.ts";
import { CHINESE, MANNER } from "../../client/app/zh.ts";

/** Does something as a page in a language would; English again afterwards. */
export function inLanguage<Result>(language: Language, run: () => Result): Result {
  if (language === "zh") speak("zh", CHINESE, MANNER);
  try {
    return run();
  } finally {
    speak("en");
  }
}
