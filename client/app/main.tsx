import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../styles/base.css";
import { App } from "./App.tsx";

const place = document.getElementById("app");
if (place === null) throw new Error("the page has no place for the app");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
