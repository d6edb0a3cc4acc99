import type { Guid } from "../../domain/model/guid";

/** What every way of importing takes (fact sheet §6.4). */
export interface ImportRequest {
  /** Base64 of the zip. */
  readonly customizationFile: string;
  /** Chosen by us, so that an import whose answer got lost can be looked up. */
  readonly importJobId: Guid;
  /** Removes unmanaged changes of the components in the package (§8.3 says which are spared). */
  readonly overwriteUnmanagedCustomizations: boolean;
  /** Activates processes and steps of the package. */
  readonly publishWorkflows: boolean;
}

/** The request in the server's words. */
export function importBody(request: ImportRequest): Record<string, unknown> {
  return {
    OverwriteUnmanagedCustomizations: request.overwriteUnmanagedCustomizations,
    PublishWorkflows: request.publishWorkflows,
    CustomizationFile: request.customizationFile,
    ImportJobId: request.importJobId,
  };
}

/** Milliseconds for the request that carries a package: the upload itself takes long on a thin line. */
export const UPLOAD_TIMEOUT = 600_000;
