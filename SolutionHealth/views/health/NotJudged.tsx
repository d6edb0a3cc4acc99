import * as React from "react";
import type { RuleUnknown } from "../../domain/health/rule";
import { Disclosure } from "../../ui/Disclosure";
import { EntryList } from "../../ui/EntryList";
import { Muted } from "../../ui/Text";
import { useProduct, type Product } from "../product";
import type { FindingWords } from "./findingWords";
import { useFindingWords, useHealth } from "./health";
import { NOT_TOLD_WORDS, PART_WORDS, WHY_WORDS } from "./looks";
import { RULE_WORDS } from "./words/ruleWords";

/** What no rule could tell, with the reason: nothing of it counts as healthy. */
export function NotJudged({ unknowns }: { readonly unknowns: readonly RuleUnknown[] }): React.ReactElement | null {
  const product = useProduct();
  const { t, host } = product;
  const words = useFindingWords();
  const [open, setOpen] = React.useState(false);
  if (unknowns.length === 0) return null;
  return (
    <Disclosure
      title={t("Health_Unknown")}
      note={host.formatNumber(unknowns.length)}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <Muted>{t("Health_UnknownText")}</Muted>
      <EntryList
        label={t("Health_Unknown")}
        items={unknowns}
        getKey={({ ruleId, solution = "", part }) => `${ruleId} ${solution} ${part}`}
        render={(unknown) => unknownText(unknown, product, words)}
      />
    </Disclosure>
  );
}

/** "Plug-in steps off: Plug-in steps could not be read (missing privilege prvReadSdkMessageProcessingStep)". */
export function unknownText(unknown: RuleUnknown, product: Pick<Product, "t" | "plural">, words: FindingWords): string {
  const { ruleId, solution } = unknown;
  const { t } = product;
  const why = whyText(unknown, product);
  const rule = t(RULE_WORDS[ruleId].title);
  return solution === undefined
    ? t("Health_UnknownRule", rule, why)
    : t("Health_UnknownOf", rule, words.solution(solution), why);
}

/**
 * "Plug-in steps could not be read (missing privilege prvReadSdkMessageProcessingStep)", whichever rule goes by them. What the
 * environment does not tell is named, with what follows.
 */
export function whyText(unknown: RuleUnknown, { t, plural }: Pick<Product, "t" | "plural">): string {
  const { ruleId, reason, part, failure, count } = unknown;
  const notTold = reason === "notTold" ? NOT_TOLD_WORDS[ruleId] : undefined;
  const evidence = failure?.privilege ?? failure?.serverText ?? failure?.code;
  return [
    notTold === undefined ? t("Health_WhyBecause", t(PART_WORDS[part]), t(WHY_WORDS[reason])) : t(notTold),
    ...(count === undefined ? [] : [plural("Health_UnknownCount", count)]),
    ...(evidence === undefined ? [] : [evidence]),
  ].join(" – ");
}

/** Of the whole environment. */
export function AllNotJudged(): React.ReactElement | null {
  return <NotJudged unknowns={useHealth().state.report.unknowns} />;
}
