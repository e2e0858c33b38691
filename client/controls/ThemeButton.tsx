import { useEffect, useState } from "react";
import { wordsOf } from "../app/language.ts";
import { HEADER } from "../app/words.ts";
import { chooseTheme, chosenTheme, nextTheme, showTheme } from "./theme.ts";

/** System, light, dark, and round again. */
export function ThemeButton() {
  const [theme, setTheme] = useState(chosenTheme);
  useEffect(() => showTheme(theme), [theme]);
  const choose = () => {
    const next = nextTheme(theme);
    chooseTheme(next);
    setTheme(next);
  };
  const label = wordsOf(HEADER).theme(theme);
  return (
    <button type="button" className="quiet" aria-label={label} title={label} onClick={choose}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill={theme === "dark" ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.5" />
        {theme === "system" && <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />}
      </svg>
    </button>
  );
}
