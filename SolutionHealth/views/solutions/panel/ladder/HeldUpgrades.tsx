import * as React from "react";
import type { HeldReason, HeldUpgrade } from "../../../../domain/solutions/heldUpgrades";
import { EntryList } from "../../../../ui/EntryList";
import { Column, Row } from "../../../../ui/Layout";
import { StatusMark } from "../../../../ui/StatusMark";
import { Code, Heading, Muted } from "../../../../ui/Text";
import type { Tone } from "../../../../ui/tone";
import { useProduct } from "../../../product";
import { PreviewLink, SolutionLink } from "./links";
import type { LadderLinks } from "./links";

const ADVICE_LOOKS: Readonly<Record<HeldUpgrade["advice"], { readonly tone: Tone; readonly word: string }>> = {
  wait: { tone: "busy", word: "Ladder_Wait" },
  apply: { tone: "warning", word: "Ladder_Apply" },
  uninstall: { tone: "bad", word: "Ladder_UninstallFirst" },
  look: { tone: "unknown", word: "Ladder_LookFirst" },
};

const REASON_WORDS: Readonly<Record<HeldReason, string>> = {
  running: "Ladder_Because_Running",
  notHigher: "Ladder_Because_NotHigher",
  failed: "Ladder_Because_Failed",
  unclear: "Ladder_Because_Unclear",
  historyUnread: "Ladder_Because_HistoryUnread",
  staged: "Ladder_Because_Staged",
};

export interface HeldUpgradesProps {
  readonly held: readonly HeldUpgrade[];
  readonly links: LadderLinks;
}

/** Staged upgrades that are still there, each with what to do about it and why. */
export function HeldUpgrades({ held, links }: HeldUpgradesProps): React.ReactElement | null {
  const { t } = useProduct();
  if (held.length === 0) return null;
  return (
    <Column gap={4}>
      <Heading level={3}>{t("Ladder_Held")}</Heading>
      <EntryList
        label={t("Ladder_Held")}
        items={held}
        getKey={({ solution }) => solution.id}
        render={(one) => <Held one={one} links={links} />}
      />
    </Column>
  );
}

function Held({ one, links }: { readonly one: HeldUpgrade; readonly links: LadderLinks }): React.ReactElement {
  const { t } = useProduct();
  const { solution, advice, because } = one;
  const { tone, word } = ADVICE_LOOKS[advice];
  return (
    <Column gap={4}>
      <Row gap={12}>
        <strong>
          <SolutionLink solution={solution} links={links} />
        </strong>
        <StatusMark tone={tone} word={t(word)} />
      </Row>
      <Muted>
        <Code>{solution.uniqueName}</Code>
      </Muted>
      <span>{t(REASON_WORDS[because])}</span>
      {advice !== "wait" && <PreviewLink solution={solution} links={links} />}
    </Column>
  );
}
