import { environmentKind } from "../domain/environments/environmentKind";
import type { EnvironmentInfo } from "../domain/model/environment";
import { DataverseError } from "./errors";
import type { Transport } from "./transport";
import { guidOf, isRow, present, rowOf, textOf } from "./wire";

const CURRENT_ORGANIZATION_QUERY =
  "RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')";

/** The environment itself: name, kind, build (fact sheet §6.7). @throws DataverseError */
export async function retrieveCurrentOrganization(
  transport: Transport,
  signal?: AbortSignal,
): Promise<EnvironmentInfo> {
  return toEnvironment(await transport.get(CURRENT_ORGANIZATION_QUERY, signal && { signal }));
}

/** @throws DataverseError "unreadable" when the answer names no organization */
function toEnvironment(body: unknown): EnvironmentInfo {
  const detail = isRow(body) ? rowOf(body, "Detail") : undefined;
  const organizationId = detail && guidOf(detail, "OrganizationId");
  if (detail === undefined || organizationId === undefined) {
    throw new DataverseError("unreadable", "The answer does not describe an organization.");
  }
  return {
    organizationId,
    name: textOf(detail, "FriendlyName") ?? textOf(detail, "UniqueName") ?? organizationId,
    kind: environmentKind(textOf(detail, "OrganizationType")),
    version: textOf(detail, "OrganizationVersion") ?? "",
    ...present({ environmentId: textOf(detail, "EnvironmentId") }),
  };
}
