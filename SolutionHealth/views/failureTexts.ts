import { type PlatformError, platformError } from "../domain/failures/platformErrors";
import type { Failure, FailureKind } from "../state/model";
import type { NoticeDetail } from "../ui/Notice";
import { platformErrorAdvice, platformErrorMeaning } from "./platformErrorTexts";
import type { Texts } from "./texts";

/** What a failure means and what to do about it, in one or two sentences. */
const MEANING: Readonly<Record<FailureKind, string>> = {
  network: "Failure_Network",
  timeout: "Failure_Timeout",
  cancelled: "Failure_Cancelled",
  throttled: "Failure_Throttled",
  forbidden: "Failure_Forbidden",
  signedOut: "Failure_SignedOut",
  notFound: "Failure_NotFound",
  locked: "Failure_Locked",
  conflict: "Failure_Conflict",
  badRequest: "Failure_BadRequest",
  server: "Failure_Server",
  unreadable: "Failure_Unreadable",
};

/** Codes that say less than the kind of the failure does. */
const VAGUE: readonly PlatformError[] = ["privilege", "notFound", "unexpected"];

/** What the platform's own code says where the kind of the failure says little. */
function knownError({ kind, code, serverText }: Failure): PlatformError | undefined {
  if (kind !== "badRequest" && kind !== "server") return undefined;
  const known = platformError(code, serverText);
  return known !== undefined && VAGUE.includes(known) ? undefined : known;
}

/** Whether more is known of it than its kind. */
export const isKnown = (failure: Failure): boolean => knownError(failure) !== undefined;

export function meaningOf(failure: Failure, texts: Texts): string {
  const { t } = texts;
  const known = knownError(failure);
  if (known) return `${platformErrorMeaning(known, texts)} ${platformErrorAdvice(known, texts)}`;
  if (failure.kind === "forbidden" && failure.privilege) return t("Failure_ForbiddenPrivilege", failure.privilege);
  return t(MEANING[failure.kind]);
}

/** Evidence for whoever is asked to help. */
export function detailsOf(failure: Failure, { t }: Texts): NoticeDetail[] {
  const details: NoticeDetail[] = [];
  if (failure.code) details.push({ label: t("Detail_Code"), value: failure.code });
  if (failure.status !== undefined) details.push({ label: t("Detail_Status"), value: String(failure.status) });
  if (failure.activityId) details.push({ label: t("Detail_ActivityId"), value: failure.activityId });
  if (failure.privilege) details.push({ label: t("Detail_Privilege"), value: failure.privilege });
  if (failure.serverText) details.push({ label: t("Detail_ServerText"), value: failure.serverText, long: true });
  return details;
}
