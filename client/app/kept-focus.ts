/**
 * Keeps the focus on the page. A control that is gone once it is pressed, such as "Show them", would leave a reader who
 * uses keys or a screen reader nowhere: the focus goes to what stood around it, or to the sentence of the page.
 *
 * @returns what ends it
 */
export function keepFocus(): () => void {
  let path: Element[] = [];
  const note = ({ target }: FocusEvent) => {
    path = [];
    for (let one = target instanceof Element ? target : null; one; one = one.parentElement) path.push(one);
  };
  const mend = () => {
    const [last] = path;
    const here = document.activeElement;
    if (!last || last.isConnected || (here && here !== document.body)) return;
    const main = document.getElementById("main");
    const said = main?.querySelector("h1") ?? main;
    const around = path.find((one) => one.isConnected);
    land(!around || around.contains(said) ? said : around);
  };
  const observer = new MutationObserver(mend);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", note);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", note);
  };
}

function land(on: HTMLElement | Element | null): void {
  if (!(on instanceof HTMLElement)) return;
  if (!on.hasAttribute("tabindex")) on.setAttribute("tabindex", "-1");
  on.focus({ preventScroll: true });
}
