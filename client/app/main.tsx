import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../styles/base.css";
import { App } from "./App.tsx";
import { language, languageOf, speak } from "./language.ts";

const place = document.getElementById("app");
if (place === null) throw new Error("the page has no place for the app");
const asked = languageOf(location.search);
if (asked === "zh") {
  const { CHINESE, MANNER } = await import("./zh.ts");
  speak(asked, CHINESE, MANNER);
}
document.documentElement.lang = language();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
