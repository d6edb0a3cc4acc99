import type { PackageError } from "../../SolutionHealth/package/errors";
import type { StoredComponent, StoredSolution } from "../store/model";
import { PlatformFault } from "./fault";
import { typeName } from "./typeName";

/** The documented errors of solution operations, with the documented texts (fact sheet §6.5, §6.8, §9). */

const BAD_XML = new Set<PackageError["code"]>(["brokenXml", "forbiddenXml", "notSolution"]);

export function unreadablePackage(error: PackageError): PlatformFault {
  const place = error.place === undefined ? "" : ` (${error.place})`;
  if (BAD_XML.has(error.code)) {
    return new PlatformFault(
      "0x8004802C",
      `The solution file is invalid: the XML is not valid. ${error.message}${place}`,
      400,
      undefined,
      { cause: error },
    );
  }
  return new PlatformFault(
    "0x80048060",
    "The solution file is invalid. The compressed file must contain the following files at its root: solution.xml, " +
      `customizations.xml, and [Content_Types].xml. ${error.message}${place}`,
    400,
    undefined,
    { cause: error },
  );
}

export function notFound(what: string): PlatformFault {
  return new PlatformFault("0x80040217", `${what} Does Not Exist`, 404);
}

export function restrictedImport(uniqueName: string): PlatformFault {
  return new PlatformFault("0x8004F007", `The solution ${uniqueName} is restricted and cannot be imported.`);
}

export function restrictedDelete(): PlatformFault {
  return new PlatformFault("0x8004F005", "Attempting to delete a restricted solution.");
}

export function packageTooOld(): PlatformFault {
  return new PlatformFault(
    "0x80048066",
    "The solution package you are importing is not valid for this version of the organization: it was exported from " +
      "Microsoft Dynamics CRM 2011 or earlier.",
  );
}

export function packageTooNew(supported: string): PlatformFault {
  return new PlatformFault(
    "0x80048068",
    `You can only import solutions with a package version of ${supported} or earlier into this organization. Also, ` +
      "you can't import any solutions into this organization that were exported from Microsoft Dynamics 365 2011 or earlier.",
  );
}

export function installedUnmanaged(): PlatformFault {
  return new PlatformFault(
    "0x80048040",
    "The solution is already installed on this system as an unmanaged solution and the package supplied is attempting " +
      "to install it in managed mode. Import can only update solutions when the modes match.",
  );
}

export function installedManaged(): PlatformFault {
  return new PlatformFault(
    "0x80048041",
    "The solution is already installed on this system as a managed solution and the package supplied is attempting to " +
      "install it in unmanaged mode. Import can only update solutions when the modes match.",
  );
}

export function mustBeHigher(): PlatformFault {
  return new PlatformFault(
    "0x80048541",
    "The import solution must have a higher version than the existing solution it is upgrading.",
  );
}

export function mustBothBeManaged(): PlatformFault {
  return new PlatformFault(
    "0x80048033",
    "The imported solution and the existing solution must both be managed for upgrade.",
  );
}

export function upgradePending(uniqueName: string): PlatformFault {
  return new PlatformFault(
    "0x80048033",
    `An upgrade of ${uniqueName} is already staged. Apply it, or uninstall ${uniqueName}_Upgrade, and try again.`,
  );
}

export function noPendingUpgrade(uniqueName: string): PlatformFault {
  return new PlatformFault(
    "0x8004853B",
    `The ${uniqueName} solution doesn't have an upgrade that is ready to be applied.`,
  );
}

export function oldSolutionMissing(): PlatformFault {
  return new PlatformFault("0x8004853C", "To apply an upgrade you must first select the old solution.");
}

export function publisherChanged(solution: string, from: string, to: string): PlatformFault {
  return new PlatformFault(
    "0x8004801C",
    `The publisher name of solution ${solution} cannot be changed from ${from} to ${to}.`,
  );
}

export function patchMissingBase(patch: string, base: string): PlatformFault {
  return new PlatformFault(
    "0x80048540",
    `You can't import the patch (${patch}) for the solution (${base}) because the solution isn't present.`,
  );
}

export function invalidVersion(detail: string): PlatformFault {
  return new PlatformFault("0x8004F01E", `An invalid solution version was specified. ${detail}`);
}

export function patchNotHigher(patch: StoredSolution): PlatformFault {
  return new PlatformFault(
    "0x80061771",
    `Patch '${patch.uniqueName}' has a matching or higher version (${patch.version}) than that of the patch being installed.`,
  );
}

export function patchCannotBeStaged(patch: string): PlatformFault {
  return new PlatformFault(
    "0x80048033",
    `The patch (${patch}) cannot be staged for upgrade: a patch only adds and changes.`,
  );
}

export function hasPatches(patches: readonly string[]): PlatformFault {
  return new PlatformFault(
    "0x80048538",
    `Cannot modify solution because it has the following patches: ${patches.join(", ")}.`,
  );
}

export function dependenciesMissing(details: readonly string[]): PlatformFault {
  return new PlatformFault(
    "0x8004801D",
    `Some dependencies are missing. The following components are missing in your system and are not included in the ` +
      `solution: ${details.join("; ")}. Import the managed solutions that contain them and try again.`,
  );
}

export function unmanagedBaseInstance(component: StoredComponent): PlatformFault {
  return new PlatformFault(
    "0x8004F016",
    `A managed solution cannot overwrite the ${typeName(component.type)} component with Id=${component.id} which has ` +
      "an unmanaged base instance.",
    400,
    component,
  );
}

export function unmanagedParent(component: StoredComponent, parent: StoredComponent): PlatformFault {
  return new PlatformFault(
    "0x8004803B",
    `The unmanaged ${typeName(parent.type)} '${parent.name}' is the parent of the managed ${typeName(component.type)} ` +
      `'${component.name}'.`,
    400,
    component,
  );
}

export function notCustomizable(operation: string, component: StoredComponent): PlatformFault {
  return new PlatformFault(
    "0x8004F032",
    `The '${operation}' operation on ${typeName(component.type)} '${component.name}' failed during managed property ` +
      "evaluation of condition: 'Managed Property Name: iscustomizable'.",
    400,
    component,
  );
}

/** Only the publisher of the base may change a managed property later (§8.1). */
export function managedPropertyDiffers(component: StoredComponent): PlatformFault {
  return new PlatformFault(
    "0x8004F031",
    `The managed property iscustomizable of ${typeName(component.type)} '${component.name}' differs from the one in the ` +
      "package, and the publisher of the package does not match the publisher of the component.",
    400,
    component,
  );
}

export function managedSolution(solution: StoredSolution): PlatformFault {
  return new PlatformFault(
    "0x8004F024",
    `Cannot update solution '${solution.uniqueName}' because it is a managed solution.`,
  );
}
