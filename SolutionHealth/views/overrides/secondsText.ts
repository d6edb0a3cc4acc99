import type { Product } from "../product";

/** A length of time for people: "38 s", "2 min 5 s". */
export function secondsText(milliseconds: number, { t, host }: Pick<Product, "t" | "host">): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return t("Duration_Seconds", host.formatNumber(seconds));
  return t("Duration_Minutes", host.formatNumber(Math.floor(seconds / 60)), host.formatNumber(seconds % 60));
}
