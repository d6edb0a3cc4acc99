import { judgedWay } from "../../../SolutionHealth/domain/releases/judgedWay";
import type { ReleasePreview, ReleaseWay } from "../../../SolutionHealth/domain/releases/releasePreview";
import {
  packageVerdict,
  RELEASE_CONDITIONS,
  type ReleaseCondition,
} from "../../../SolutionHealth/domain/releases/releaseVerdict";
import { ExitCode, type ExitCodeValue } from "../errors";

export interface Verdict {
  /** Conditions that were asked for and hold, each with the packages concerned (unique names). */
  readonly failed: readonly { readonly condition: ReleaseCondition; readonly packages: readonly string[] }[];
  /** Whether anything that was to be judged could not be. */
  readonly partial: boolean;
  /** `unknown` also where an asked condition may hold although all was read. */
  readonly exitCode: ExitCodeValue;
}

/** 1 where an asked condition holds for certain; else 7 where not everything is known: unknown is never success. */
export function verdictOf(
  { packages, unread }: ReleasePreview,
  as: ReleaseWay | undefined,
  asked: readonly ReleaseCondition[],
): Verdict {
  const judged = packages.map((one) => ({
    name: one.package.uniqueName,
    ...packageVerdict(one, judgedWay(one, as)),
  }));
  const failed = RELEASE_CONDITIONS.filter((condition) => asked.includes(condition)).flatMap((condition) => {
    const holding = judged.filter(({ conditions }) => conditions[condition] === "yes");
    return holding.length === 0 ? [] : [{ condition, packages: holding.map(({ name }) => name) }];
  });
  const partial = unread.length > 0 || judged.some((one) => one.partial);
  const isOpen =
    partial || asked.some((condition) => judged.some(({ conditions }) => conditions[condition] === "unknown"));
  const open = isOpen ? ExitCode.unknown : ExitCode.ok;
  return { failed, partial, exitCode: failed.length > 0 ? ExitCode.findings : open };
}
