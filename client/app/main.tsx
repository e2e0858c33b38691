import "./own-address.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { EMBED } from "../../data/model/page.ts";
import "../styles/base.css";
import { App } from "./App.tsx";
import { keepFocus } from "./kept-focus.ts";
import { LateEmbed } from "./LateEmbed.tsx";
import { LANGUAGES, language, languageOf, speak } from "./language.ts";

const place = document.getElementById("app");
if (place === null) throw new Error("the page has no place for the app");
const root = createRoot(place);

function draw(): void {
  document.documentElement.lang = LANGUAGES.find(({ id }) => id === language())?.tag ?? "";
  // Another language is another page: nothing that was worded in the last one stays.
  const Shown = location.pathname === EMBED ? LateEmbed : App;
  root.render(
    <StrictMode>
      <Shown key={language()} />
    </StrictMode>,
  );
}

// No `await` out here: the build would take the entry apart, lest a later part wait for it, and each part weighs more.
function start(): void {
  if (languageOf(location.search) === "en") {
    speak("en");
    draw();
    return;
  }
  import("./zh.ts").then(
    ({ CHINESE, MANNER }) => {
      if (languageOf(location.search) === "zh") speak("zh", CHINESE, MANNER);
      draw();
    },
    // Words that did not come are no reason to show nothing.
    draw,
  );
}

addEventListener("popstate", () => {
  if (languageOf(location.search) !== language()) start();
});
keepFocus();
start();
