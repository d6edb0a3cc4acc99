import { visibleText } from "./visibleText";

/** Text that stays text in HTML, between tags and inside a quoted attribute. */
export const htmlText = (text: string): string =>
  visibleText(text)
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");
