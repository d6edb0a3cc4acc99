import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { readRecord, type RecordKind } from "./records";
import type { ComponentDraft, PackageSource } from "./source";

/** Kinds of template by a word in the name of their element, e.g. `EmailTemplates/EmailTemplate`. */
const KINDS: readonly (readonly [RegExp, number, string])[] = [
  [/mailmerge/i, ComponentType.MailMergeTemplate, "mailmergetemplateid"],
  [/contract/i, ComponentType.ContractTemplate, "contracttemplateid"],
  [/kb|article/i, ComponentType.KBArticleTemplate, "kbarticletemplateid"],
  [/email|template/i, ComponentType.EmailTemplate, "templateid"],
];

/** E-mail, contract, article and mail merge templates. */
export function* readTemplates(source: PackageSource): Iterable<ComponentDraft> {
  for (const group of source.customizations.child("Templates")?.children ?? []) {
    for (const element of group.children) {
      const kind = kindOf(element);
      const draft = kind && readRecord(element, kind, source);
      if (draft) yield draft;
    }
  }
}

function kindOf(element: XmlElement): RecordKind | undefined {
  const kind = KINDS.find(([word]) => word.test(element.name));
  if (kind === undefined) return undefined;
  const documents = element.children.filter((child) => child.children.length > 0).map((child) => child.name);
  return { type: kind[1], idColumn: kind[2], nameColumn: "title", documents };
}
