import type { Guid } from "../../domain/model/guid";

/** Maker portals of the sovereign clouds, by the ending of the environment's own host name. */
const PORTALS: readonly (readonly [ending: string, portal: string])[] = [
  [".crm9.dynamics.com", "https://make.gov.powerapps.us"],
  [".crm.microsoftdynamics.us", "https://make.high.powerapps.us"],
  [".crm.appsplatform.us", "https://make.apps.appsplatform.us"],
  [".crm.dynamics.cn", "https://make.powerapps.cn"],
];

/** Address at which the maker portal shows a solution, or the list of them. */
export function makerPortalAddress(clientUrl: string, environmentId: string, solutionId?: Guid): string {
  const host = clientUrl.replace(/^https?:\/\//, "").replace(/[:/].*$/, "");
  const portal = PORTALS.find(([ending]) => host.endsWith(ending))?.[1] ?? "https://make.powerapps.com";
  return `${portal}/environments/${encodeURIComponent(environmentId)}/solutions${solutionId === undefined ? "" : `/${solutionId}`}`;
}
