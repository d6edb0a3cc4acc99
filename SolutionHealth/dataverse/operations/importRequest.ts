import type { Guid } from "../../domain/model/guid";

/** Base64 of a zip; a Blob, whose text it is, where it should not lie in memory whole. */
export type Base64File = string | Blob;

/** The package itself, or what the server keeps of it since it was staged (fact sheet §6.3). */
export type ImportSource = { readonly customizationFile: Base64File } | { readonly stageUploadId: Guid };

/** A value that the package asks for (fact sheet §6.4). */
export type ImportValue =
  | {
      readonly kind: "connectionReference";
      readonly logicalName: string;
      readonly connectionId: string;
      /** Absent where the package does not name it: an empty one would be written. */
      readonly connectorId?: string;
    }
  | { readonly kind: "environmentVariable"; readonly schemaName: string; readonly value: string };

interface ImportOptions {
  /** Chosen by us, so that an import whose answer got lost can be looked up. */
  readonly importJobId: Guid;
  /** Removes unmanaged changes of the components in the package (§8.3 says which are spared). */
  readonly overwriteUnmanagedCustomizations: boolean;
  /** Activates processes and steps of the package. */
  readonly publishWorkflows: boolean;
  readonly values?: readonly ImportValue[];
}

/** What every way of importing takes (fact sheet §6.4). */
export type ImportRequest = ImportOptions & ImportSource;

/** The request in the server's words. */
export function importBody(request: ImportRequest): Record<string, unknown> {
  const { values = [] } = request;
  return {
    OverwriteUnmanagedCustomizations: request.overwriteUnmanagedCustomizations,
    PublishWorkflows: request.publishWorkflows,
    ...("stageUploadId" in request
      ? { SolutionParameters: { StageSolutionUploadId: request.stageUploadId } }
      : { CustomizationFile: request.customizationFile }),
    ImportJobId: request.importJobId,
    ...(values.length > 0 && { ComponentParameters: values.map(componentParameter) }),
  };
}

function componentParameter(value: ImportValue): Record<string, string> {
  return value.kind === "connectionReference"
    ? {
        "@odata.type": "Microsoft.Dynamics.CRM.connectionreference",
        connectionreferencelogicalname: value.logicalName,
        connectionid: value.connectionId,
        ...(value.connectorId !== undefined && { connectorid: value.connectorId }),
      }
    : {
        "@odata.type": "Microsoft.Dynamics.CRM.environmentvariablevalue",
        schemaname: value.schemaName,
        value: value.value,
      };
}

/** Milliseconds for the request that carries a package: the upload itself takes long on a thin line. */
export const UPLOAD_TIMEOUT = 600_000;
