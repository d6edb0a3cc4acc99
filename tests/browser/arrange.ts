import { randomUUID } from "node:crypto";
import { strToU8, zipSync } from "fflate";
import type { Environment } from "../../sandbox/engine/contract";
import { PlatformFault } from "../../sandbox/engine/fault";
import { callerOf } from "../../sandbox/start/environment";
import type { StoredSolution } from "../../sandbox/store/model";

/** A package as a test needs it: nothing in it but its manifest. */
interface PackageText {
  readonly name: string;
  readonly displayName?: string;
  readonly version?: string;
  readonly managed?: boolean;
  readonly publisher?: string;
  readonly description?: string;
}

/** A real zip that the sandbox imports. */
export function packageZip(text: PackageText): Uint8Array {
  const publisher = text.publisher ?? "contoso";
  const named = (name: string): string =>
    `<LocalizedNames><LocalizedName description="${xmlText(name)}" languagecode="1033" /></LocalizedNames>`;
  const described = text.description
    ? `<Descriptions><Description description="${xmlText(text.description)}" languagecode="1033" /></Descriptions>`
    : "<Descriptions />";
  const manifest =
    '<ImportExportXml version="9.2.24.1" SolutionPackageVersion="9.2" languagecode="1033"><SolutionManifest>' +
    `<UniqueName>${text.name}</UniqueName>${named(text.displayName ?? text.name)}${described}` +
    `<Version>${text.version ?? "1.0.0.0"}</Version><Managed>${text.managed === false ? 0 : 1}</Managed>` +
    `<Publisher><UniqueName>${publisher}</UniqueName>${named(publisher)}<Descriptions />` +
    `<CustomizationPrefix>${publisher.slice(0, 3)}</CustomizationPrefix>` +
    "<CustomizationOptionValuePrefix>12345</CustomizationOptionValuePrefix></Publisher>" +
    "<RootComponents /><MissingDependencies /></SolutionManifest></ImportExportXml>";
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<?xml version="1.0" encoding="utf-8"?>' +
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" />',
    ),
    "solution.xml": strToU8(manifest),
    "customizations.xml": strToU8("<ImportExportXml />"),
  });
}

const xmlText = (text: string): string => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");

/** Imports packages one after the other, as somebody did before the page was opened. */
export function install(environment: Environment, ...packages: readonly PackageText[]): void {
  for (const text of packages) {
    environment.importSolution(requestOf(packageZip(text)), callerOf(environment.state));
  }
}

/** Stages an upgrade and applies it at once, as somebody did before the page was opened. */
export function upgrade(environment: Environment, text: PackageText): void {
  environment.stageAndUpgrade(requestOf(packageZip(text)), callerOf(environment.state));
}

/** Tries an import that the platform refuses: its history keeps the failure. @returns what the platform said */
export function failToInstall(environment: Environment, text: PackageText): PlatformFault {
  try {
    install(environment, text);
  } catch (error) {
    if (error instanceof PlatformFault) return error;
    throw error;
  }
  throw new Error(`${text.name} was imported although it should have been refused.`);
}

const requestOf = (content: Uint8Array) => ({
  content,
  importJobId: randomUUID(),
  overwriteUnmanagedCustomizations: false,
  publishWorkflows: true,
  holdingSolution: false,
  componentParameters: [],
});

/** @throws {Error} when it is not installed */
export function solutionNamed({ store }: Environment, uniqueName: string): StoredSolution {
  const found = store.solutionNamed(uniqueName);
  if (!found) throw new Error(`${uniqueName} is not installed.`);
  return found;
}
