import { SHARE_ADDRESS } from "../../data/model/share.ts";

/**
 * The HTML of a short link is the page of its view. From its first line on the address bar holds the view, as that of any
 * page does: before any other module looks there.
 */
const address = document.querySelector<HTMLMetaElement>(`meta[name="${SHARE_ADDRESS}"]`)?.content;
if (address !== undefined) history.replaceState(null, "", address + location.hash);
