import { ExitCode, PipelineError } from "../errors";

/**
 * Notes of one version: its section of the change log, without the heading.
 * @param changelog text in the form of keepachangelog.com: `## [1.2.0] - 2026-01-31` or `## 1.2.0`.
 * @throws PipelineError `notesMissing` where the version has no section, or an empty one.
 */
export function releaseNotes(changelog: string, version: string): string {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => headingVersion(text) === version);
  const notes = section?.slice(section.indexOf("\n") + 1).trim() ?? "";
  if (section?.includes("\n") && notes !== "") {
    return `${notes}\n`;
  }
  throw new PipelineError({
    code: "notesMissing",
    message: `CHANGELOG.md says nothing about version ${version}.`,
    whatToDo: `Add a section "## ${version}" that tells people what changed.`,
    exitCode: ExitCode.input,
  });
}

function headingVersion(section: string): string | undefined {
  return /^\[?v?(\d+(?:\.\d+)*)\]?/.exec(section)?.[1];
}
