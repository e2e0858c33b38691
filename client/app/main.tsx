import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../styles/base.css";
import { App } from "./App.tsx";
import { language, languageOf, speak } from "./language.ts";

const place = document.getElementById("app");
if (place === null) throw new Error("the page has no place for the app");
const root = createRoot(place);

function draw(): void {
  document.documentElement.lang = language();
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// No `await` out here: the build would take the entry apart, lest a later part wait for it, and each part weighs more.
if (languageOf(location.search) === "zh")
  import("./zh.ts").then(
    ({ CHINESE, MANNER }) => {
      speak("zh", CHINESE, MANNER);
      draw();
    },
    // Words that did not come are no reason to show nothing.
    draw,
  );
else draw();
