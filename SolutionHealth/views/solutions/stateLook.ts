import * as React from "react";
import { indexHistory } from "../../domain/history/historyIndex";
import type { SolutionStanding } from "../../domain/solutions/solutionStanding";
import type { Tone } from "../../ui/tone";
import type { FindingWords } from "../health/findingWords";
import { useFindingWords } from "../health/health";
import { PART_WORDS } from "../health/looks";
import { whyText } from "../health/NotJudged";
import { RULE_WORDS } from "../health/words/ruleWords";
import { type Product, useProduct } from "../product";
import { shown } from "../resource";
import { STANDING_LOOKS } from "./looks";

/** How a solution's state is shown: in a word, with the reasons as sentences, the one that decides first. */
export interface StateLook {
  readonly tone: Tone;
  readonly word: string;
  /** The reason that decides, in a few words. */
  readonly brief?: string;
  readonly sentences: readonly string[];
}

export type StateLooks = (standing: SolutionStanding) => StateLook;

/** The way from a standing to its look; the same as long as nothing is judged anew. */
export function useStateLook(): StateLooks {
  const { t, plural, host, state } = useProduct();
  const words = useFindingWords();
  const history = shown(state.history);
  return React.useMemo(() => {
    const knownSince = history && indexHistory(history).knownSince;
    const since = knownSince && t("State_HistorySince_Text", host.formatDate(knownSince, false));
    return (standing) => {
      const [first] = standing.reasons;
      return {
        tone: STANDING_LOOKS[standing.state].tone,
        word: stateWord(standing, t),
        ...(first && { brief: t(RULE_WORDS[first.ruleId].title) }),
        sentences: sentencesOf(standing, since, { t, plural }, words),
      };
    };
  }, [history, words, t, plural, host]);
}

/** The sentences as one text. */
export const lookText = ({ sentences }: StateLook): string =>
  sentences.map((sentence) => (sentence.endsWith(".") ? sentence : `${sentence}.`)).join(" ");

/** What runs is said, also where something graver decides the state. */
function stateWord({ state, running }: SolutionStanding, t: Product["t"]): string {
  const word = t(STANDING_LOOKS[state].word);
  return running && state !== "running" ? t("State_AndRunning", word) : word;
}

function sentencesOf(
  { state, reasons, open, notLookedAt }: SolutionStanding,
  historySince: string | undefined,
  product: Pick<Product, "t" | "plural">,
  words: FindingWords,
): string[] {
  const { t } = product;
  // Several rules go by one part: it is told once.
  const unknown = [...new Set(open.map((one) => whyText(one, product)))];
  if (reasons.length > 0) return [...reasons.map(words.found), ...unknown];
  if (state === "checking") return [t("State_Checking_Text")];
  if (state === "notJudged") return [t("Health_TabUnmanaged")];
  if (state === "unknown") return unknown;
  const parts = notLookedAt.map((part) => t(PART_WORDS[part])).join(", ");
  return [
    t("Health_NothingText"),
    ...(parts === "" ? [] : [t("State_NotLookedAt_Text", parts)]),
    ...(historySince === undefined ? [] : [historySince]),
  ];
}
