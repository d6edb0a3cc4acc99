import { syntaxFault } from "./syntaxFault";

/** @throws PlatformFault 400 for a percent sign that begins no character. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw syntaxFault("The URL holds an invalid percent-encoding.");
  }
}
