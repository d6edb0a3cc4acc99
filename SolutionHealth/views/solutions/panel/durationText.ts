import type { SolutionOperation } from "../../../domain/model/operation";
import type { Product } from "../../product";

/** How long an operation took, in the two largest units: "2 h 5 min", "48 s". */
export function durationText(
  { startedOn, endedOn }: Pick<SolutionOperation, "startedOn" | "endedOn">,
  { t, host }: Pick<Product, "t" | "host">,
): string {
  if (!startedOn || !endedOn) return t("Value_Unknown");
  const seconds = Math.max(0, Math.round((endedOn.getTime() - startedOn.getTime()) / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const number = host.formatNumber;
  if (hours > 0) return t("Duration_Hours", number(hours), number(minutes % 60));
  if (minutes > 0) return t("Duration_Minutes", number(minutes), number(seconds % 60));
  return t("Duration_Seconds", number(seconds));
}
