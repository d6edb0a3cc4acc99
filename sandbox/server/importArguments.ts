import { randomUUID } from "node:crypto";
import { normaliseGuid } from "../../SolutionHealth/domain/model/guid";
import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { ImportRequest } from "../engine/contract";
import { invalidParameter, recordNotFound } from "../odata/syntaxFault";
import type { Row } from "../store/model";
import type { MessageCall, Parameter } from "./message";

/** Parameters of ImportSolution(Async) and StageAndUpgrade(Async) (fact sheet §6.4). */
export const importParameters: Readonly<Record<string, Parameter>> = {
  OverwriteUnmanagedCustomizations: { type: "boolean", required: true },
  PublishWorkflows: { type: "boolean", required: true },
  CustomizationFile: { type: "binary" },
  ImportJobId: { type: "guid" },
  ConvertToManaged: { type: "boolean" },
  SkipProductUpdateDependencies: { type: "boolean" },
  SkipQueueRibbonJob: { type: "boolean" },
  AsyncRibbonProcessing: { type: "boolean" },
  LayerDesiredOrder: { type: "json" },
  ComponentParameters: { type: "json" },
  SolutionParameters: { type: "json" },
};

/** What an import needs: the misc. privilege, and those on the solution table (§12). */
export const importPrivileges = ["prvImportCustomization", "prvWriteSolution"];

function isRow(value: PropertyValue | undefined): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stagedUpload(call: MessageCall): string | undefined {
  const parameters = call.arguments.value("SolutionParameters");
  const id = isRow(parameters) ? parameters.StageSolutionUploadId : undefined;
  if (typeof id !== "string") return undefined;
  const { environment, options } = call.context;
  const upload = environment.state.stagedUploads.find((known) => known.id === normaliseGuid(id));
  const age = upload ? options.clock.now() - Date.parse(upload.createdOn) : 0;
  if (!upload || age > options.habits.stagedUploadLifetime) throw recordNotFound("stagesolutionupload", id);
  return upload.content;
}

/** The zip of a call: sent along as base64, or uploaded before by StageSolution (§6.3). */
export function packageOf(call: MessageCall): Uint8Array {
  const sent = call.arguments.value("CustomizationFile");
  const content = typeof sent === "string" ? sent : stagedUpload(call);
  if (content === undefined) {
    throw invalidParameter(`Required parameter 'CustomizationFile' is missing for the operation.`);
  }
  // A copy: small buffers share their memory with others.
  return new Uint8Array(Buffer.from(content, "base64"));
}

/** @throws PlatformFault 400 when a required parameter is missing; 404 when the staged upload is unknown or expired. */
export function importRequest(call: MessageCall): ImportRequest {
  const jobId = call.arguments.value("ImportJobId");
  const components = call.arguments.value("ComponentParameters");
  return {
    content: packageOf(call),
    importJobId: typeof jobId === "string" ? jobId : randomUUID(),
    overwriteUnmanagedCustomizations: call.arguments.flag("OverwriteUnmanagedCustomizations"),
    publishWorkflows: call.arguments.flag("PublishWorkflows"),
    holdingSolution: call.arguments.flag("HoldingSolution"),
    componentParameters: Array.isArray(components) ? components.filter(isRow) : [],
  };
}
