import * as React from "react";
import type { UnreadReleaseFact } from "../../domain/releases/releaseFacts";
import { Notice } from "../../ui/Notice";
import { useProduct } from "../product";
import { useReleaseNames } from "./releaseNames";
import { useReleases } from "./releases";

export const WHAT: Readonly<Record<UnreadReleaseFact["what"], string>> = {
  package: "Release_UnreadPackage",
  environment: "Release_UnreadEnvironment",
  operations: "Release_UnreadOperations",
  languages: "Release_UnreadLanguages",
  types: "Release_UnreadTypes",
  members: "Release_UnreadMembers",
  holders: "Release_UnreadHolders",
  presence: "Release_UnreadPresence",
  dependencies: "Release_UnreadDependencies",
  forms: "Release_UnreadForms",
  values: "Release_UnreadValues",
};

export interface UnreadSectionProps {
  readonly unread: readonly UnreadReleaseFact[];
  /** The reading has not come to its end. */
  readonly partial: boolean;
}

/** What could not be read: the preview says nothing about it, and does not call it clean. */
export function UnreadSection({ unread: facts, partial }: UnreadSectionProps): React.ReactElement | null {
  const { t, plural } = useProduct();
  const { store } = useReleases();
  const names = useReleaseNames();
  // What has only not been asked for yet is no failure: the page says so by itself.
  const unread = partial ? facts.filter(({ why }) => why.reason !== "notRead") : facts;
  if (unread.length === 0) return null;
  const details = unread.map(({ what, solution, table, typeName, why }, index) => {
    const place = [solution && names.solution(solution), table, typeName].filter(Boolean);
    return {
      label: t("Unread_Label", String(index + 1), [t(WHAT[what]), ...place].join(" · ")),
      value: names.why(why),
      long: true,
    };
  });
  return (
    <Notice
      kind="warning"
      title={plural("Release_UnreadTitle", unread.length)}
      details={details}
      onRetry={() => store.refresh()}
    >
      {t("Release_UnreadText")}
    </Notice>
  );
}
