import type { LadderRung } from "../../../../domain/solutions/patchLadder";
import type { Texts } from "../../../texts";
import type { Look } from "./useComparison";

type Words = Pick<Texts, "t" | "plural"> & { readonly number: (value: number) => string };

/** What stands beside a rung on the ladder. */
export interface RungSurroundings {
  readonly look: Look;
  /** Other solutions on the ladder. */
  readonly others: number;
  /** Patches above this one. */
  readonly higher: number;
}

/** What a rung touches and what of it others hold, in sentences. What was not read is said to be so. */
export function rungSentences(rung: LadderRung, around: RungSurroundings, words: Words): string[] {
  const { t } = words;
  if (rung.touches === undefined) return [t(UNREAD_WORDS[around.look])];
  if (rung.touches === 0) return [t("Ladder_TouchesNothing")];
  const sentences = [touchesText(rung, rung.touches, around, words)];
  if (around.higher > 0) sentences.push(...coverTexts(rung, words));
  return sentences;
}

/** Of a rung without a complete list: what has become of it. */
const UNREAD_WORDS: Readonly<Record<Look, string>> = {
  none: "Ladder_NotLooked",
  reading: "Ladder_BeingRead",
  read: "Ladder_BeingRead",
  partial: "Ladder_TouchesPartly",
  failed: "Ladder_TouchesFailed",
};

function touchesText({ alone }: LadderRung, touches: number, { others }: RungSurroundings, words: Words): string {
  const { plural, number } = words;
  if (others === 0) return plural("Ladder_Touches", touches);
  if (alone === undefined) return plural("Ladder_AloneUnknown", touches);
  if (alone === 0) return plural("Ladder_AloneNone", touches);
  return alone === touches ? plural("Ladder_AloneAll", touches) : plural("Ladder_AloneSome", touches, number(alone));
}

function coverTexts({ role, solution, superseded, coveredBy }: LadderRung, { t, plural }: Words): string[] {
  const list = coveredBy
    .map(({ solution: { displayName, version }, components }) =>
      plural("Ladder_Covering", components, t("Ladder_Name", displayName, version)),
    )
    .join(", ");
  if (superseded === "no") return [t("Ladder_CoverNone")];
  // Patches lying on their base are what patches are for; and without layers of their own none lies on another.
  const lies = role === "patch" && solution.managed;
  if (superseded === "unknown") return [...(list ? [t("Ladder_AlsoIn", list)] : []), t("Ladder_CoverUnknown")];
  if (!lies) return [t("Ladder_AlsoIn", list)];
  return [t(superseded === "wholly" ? "Ladder_Wholly" : "Ladder_Partly", list)];
}
