import type { FileProblem } from "../../domain/overrides/fileProblem";
import type { Texts } from "../texts";

const SENTENCES: Readonly<Record<FileProblem["code"], string>> = {
  notJson: "File_NotJson",
  otherFormat: "File_OtherFormat",
  newerVersion: "File_NewerVersion",
  invalid: "File_Invalid",
  damaged: "File_Damaged",
  otherEnvironment: "File_OtherEnvironment",
};

/** Why a file was not taken, with the place where that is known. */
export function fileProblemText({ code, place, detail }: FileProblem, { t }: Pick<Texts, "t">): string {
  const evidence = [place, detail].filter(Boolean).join(": ");
  return evidence ? `${t(SENTENCES[code])} (${evidence})` : t(SENTENCES[code]);
}
