import { isCertain, type RefusalReason, type RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { Texts } from "../texts";

/** Components that stand in the way, each once; what is only not known is none of them. */
export function blockingCount({ blockers }: RollbackPreview): number {
  return new Set(blockers.filter(isCertain).map(({ dependent }) => dependent.key)).size;
}

/** How many things could not be found out: parts of the facts, and components whose fate or blocking is not known. */
export function unknownCount({ unread, fates, blockers }: RollbackPreview): number {
  const components = new Set([
    ...fates.filter(({ kind }) => kind === "unknown").map(({ component }) => component.key),
    ...blockers.filter((blocker) => !isCertain(blocker)).map(({ dependent }) => dependent.key),
  ]);
  return unread.length + components.size;
}

/** "Can be taken back", "Blocked by 2 components", "3 things could not be found out". */
export function verdictTitle(preview: RollbackPreview, { t, plural }: Texts): string {
  if (preview.refused.length > 0) return t("Rollback_Refused");
  switch (preview.verdict) {
    case "possible":
      return t("Rollback_Possible");
    case "blocked":
      return plural("Rollback_Blocked", blockingCount(preview));
    case "uncertain":
      return plural("Rollback_Uncertain", unknownCount(preview));
  }
}

/** What the verdict means, and what is to be done. */
export function verdictText(preview: RollbackPreview, { t, plural }: Texts): string {
  if (preview.refused.length > 0) return t("Rollback_RefusedText");
  const unknown = unknownCount(preview);
  switch (preview.verdict) {
    case "possible":
      return preview.counts.deleted > 0
        ? plural("Rollback_PossibleDeletes", preview.counts.deleted)
        : t("Rollback_PossibleText");
    case "blocked":
      return [t("Rollback_BlockedText"), ...(unknown > 0 ? [plural("Rollback_AndUncertain", unknown)] : [])].join(" ");
    case "uncertain":
      return t("Rollback_UncertainText");
  }
}

/** Why a solution cannot be uninstalled at all; {0} is its name. */
export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  notInstalled: "Refusal_NotInstalled",
  unmanaged: "Refusal_Unmanaged",
  restricted: "Refusal_Restricted",
};
