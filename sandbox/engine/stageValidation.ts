import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { Row } from "../store/model";
import { PlatformFault } from "./fault";
import { mustBeHigher, upgradePending } from "./faults";
import { importWarnings } from "./importWarnings";
import { importPackage } from "./importSolution";
import { holdingName } from "./layers";
import { checkPackage, checkSameSolution } from "./packageChecks";
import { baseOfPatch, requireBase } from "./patchRules";
import { compareVersionText } from "./version";
import type { Work } from "./work";

type Kind = "Info" | "Warning" | "Error";

function result(kind: Kind, message: string, code: number, info: string | null = null): Row {
  return { SolutionValidationResultType: kind, Message: message, ErrorCode: code, AdditionalInfo: info };
}

function ofFault(kind: Kind, fault: PlatformFault): Row {
  const info = fault.place ? `${String(fault.place.type)}|${fault.place.key}` : null;
  return result(kind, fault.message, Number.parseInt(fault.code, 16) | 0, info);
}

function faultOf(check: () => void): PlatformFault[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof PlatformFault) return [error];
    throw error;
  }
}

/** Ends a trial run, so that the transaction around it takes everything back. */
class TrialOver extends Error {}

/** Imports the package and takes it back at once: whatever a real import would be refused for shows itself. */
function trialRun(work: Work, content: SolutionPackage): PlatformFault[] {
  return faultOf(() => {
    try {
      work.store.transaction(() => {
        importPackage(work, content, { overwriteUnmanagedCustomizations: false, componentParameters: [] }, "plain");
        throw new TrialOver();
      });
    } catch (error) {
      if (!(error instanceof TrialOver)) throw error;
    }
  });
}

/** What an import would be refused for: first what the manifest alone shows, all of it; else what a trial run meets. */
function refusals(work: Work, content: SolutionPackage): PlatformFault[] {
  const { store } = work;
  const { manifest } = content;
  const known = [
    () => checkPackage(store, manifest),
    () => {
      const installed = store.solutionNamed(manifest.uniqueName);
      if (installed) checkSameSolution(store, manifest, installed);
    },
    () => {
      const base = baseOfPatch(manifest);
      if (base !== undefined) requireBase(store, store.state.solutions, manifest, base);
    },
  ].flatMap(faultOf);
  return known.length > 0 ? known : trialRun(work, content);
}

/** What only some ways of importing are refused for. Which of it the platform tells, no source says. */
function doubts({ store }: Work, { manifest }: SolutionPackage): PlatformFault[] {
  const installed = store.solutionNamed(manifest.uniqueName);
  if (!installed?.managed || !manifest.managed || baseOfPatch(manifest) !== undefined) return [];
  const pending = store.solutionNamed(holdingName(installed.uniqueName)) !== undefined;
  return [
    ...(compareVersionText(manifest.version, installed.version) <= 0 ? [mustBeHigher()] : []),
    ...(pending ? [upgradePending(installed.uniqueName)] : []),
  ];
}

/** Connections and values that the import will want, and does not bring: told as information, since an import goes without them. */
function wishes(work: Work, content: SolutionPackage): Row[] {
  const { components } = content;
  const brought = new Set(
    components.flatMap(({ type, key, properties }) =>
      type === ComponentType.EnvironmentVariableValue && properties.value !== "" ? [key] : [],
    ),
  );
  const wanted = components.filter(
    ({ type, key }) =>
      type === "connectionreference" || (type === ComponentType.EnvironmentVariableDefinition && !brought.has(key)),
  );
  return importWarnings(work.store, wanted).map(({ text }) => result("Info", text, 0));
}

/**
 * `SolutionValidationResults` of a package: errors an import would end in, doubts, and what it will want (fact sheet
 * §6.3). A package with an error has no wishes.
 */
export function validationResults(work: Work, content: SolutionPackage): Row[] {
  const errors = refusals(work, content);
  if (errors.length > 0) return errors.map((fault) => ofFault("Error", fault));
  return [...doubts(work, content).map((fault) => ofFault("Warning", fault)), ...wishes(work, content)];
}
