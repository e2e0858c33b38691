/** `system` follows the reader's machine. */
export type Theme = "system" | "light" | "dark";

const THEMES = ["system", "light", "dark"] as const satisfies readonly Theme[];
const KEY = "theme";

/** The theme of the address, else the one that this browser remembers, else the system's. */
export function chosenTheme(): Theme {
  return askedTheme(location.search) ?? read(remembered()) ?? "system";
}

/** The theme that an address asks for; `auto` and what means nothing ask for none. @example askedTheme("?theme=dark") // "dark" */
export function askedTheme(query: string): Theme | undefined {
  return read(new URLSearchParams(query).get(KEY));
}

/** Puts a theme on the page. */
export function showTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Shows a theme and remembers it in this browser. */
export function chooseTheme(theme: Theme): void {
  showTheme(theme);
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // A browser may forbid to remember; the page has the theme all the same.
  }
}

/** @example nextTheme("system") // "light" */
export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // Reading may be forbidden, too.
  }
}

function read(text: string | null): Theme | undefined {
  return THEMES.find((theme) => theme === text);
}
