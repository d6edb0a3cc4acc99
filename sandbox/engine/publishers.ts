import type { PackagePublisher } from "../../SolutionHealth/package/model";
import { guidFor } from "../store/guidFor";
import type { StoredPublisher } from "../store/model";
import type { Work } from "./work";

const LOWEST_OPTION_VALUE_PREFIX = 10000;

/** The publisher with the package's unique name, created on its first package. It stays when its solutions go. */
export function ensurePublisher(work: Work, publisher: PackagePublisher, managed: boolean): StoredPublisher {
  const { state } = work.store;
  const wanted = publisher.uniqueName.toLowerCase();
  const existing = state.publishers.find((other) => other.uniqueName.toLowerCase() === wanted);
  if (existing) return existing;
  const created: StoredPublisher = {
    id: guidFor(state.organization.id, "publisher", wanted),
    uniqueName: publisher.uniqueName,
    friendlyName: textIn(publisher.names, state.organization.baseLanguage) ?? publisher.uniqueName,
    prefix: publisher.prefix,
    optionValuePrefix: publisher.optionValuePrefix ?? LOWEST_OPTION_VALUE_PREFIX,
    isReadOnly: managed,
    createdOn: work.at,
  };
  state.publishers = [...state.publishers, created];
  return created;
}

/** The text in this language, else in the first one there is. */
export function textIn(
  labels: readonly { readonly languageCode: number; readonly text: string }[],
  languageCode: number,
): string | undefined {
  return (labels.find((label) => label.languageCode === languageCode) ?? labels[0])?.text;
}
