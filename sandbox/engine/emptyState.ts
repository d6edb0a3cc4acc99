import { guidFor } from "../store/guidFor";
import type { EnvironmentState, StoredPublisher, StoredSolution, StoredUser } from "../store/model";
import { readerPrivileges } from "./readerPrivileges";
import {
  ACTIVE_SOLUTION_ID,
  CDS_DEFAULT_PUBLISHER_ID,
  CDS_DEFAULT_SOLUTION_ID,
  DEFAULT_SOLUTION_ID,
  MICROSOFT_PUBLISHER_ID,
  SYSTEM_SOLUTION_ID,
} from "./systemSolutions";

/** What may be chosen of a new environment; everything has a default. */
interface EmptyStateOptions {
  readonly friendlyName?: string;
  /** First part of the environment's address, lower case. */
  readonly urlName?: string;
  /** Platform build, four parts. */
  readonly version?: string;
  /** Member name of OrganizationType: "CustomerTest" = sandbox, "Secondary" = production (§6.7). */
  readonly type?: string;
  readonly baseLanguage?: number;
  /** UTC text. */
  readonly createdOn?: string;
}

const FIRST_VERSION_NUMBER = 1_000_000;

/** An environment as it is on its first day: the platform's own solutions, publishers and three users, nothing else. */
export function emptyState(options: EmptyStateOptions = {}): EnvironmentState {
  const urlName = options.urlName ?? "sandbox";
  const id = guidFor("organization", urlName);
  const createdOn = options.createdOn ?? "2025-01-06T08:00:00Z";
  return {
    format: 1,
    organization: {
      id,
      environmentId: guidFor("environment", urlName),
      tenantId: guidFor("tenant", urlName),
      friendlyName: options.friendlyName ?? "Sandbox",
      uniqueName: `unq${id.replace(/-/g, "").slice(0, 29)}`,
      urlName,
      version: options.version ?? "9.2.25112.171",
      type: options.type ?? "CustomerTest",
      baseLanguage: options.baseLanguage ?? 1033,
      createdOn,
    },
    users: usersOf(id),
    publishers: publishersOf(id, createdOn),
    solutions: solutionsOf(id, createdOn),
    components: [],
    memberships: [],
    history: [],
    importJobs: [],
    asyncOperations: [],
    stagedUploads: [],
    rows: {},
    environmentTypes: {},
    nextVersionNumber: FIRST_VERSION_NUMBER,
  };
}

function usersOf(organization: string): StoredUser[] {
  const businessUnitId = guidFor(organization, "businessunit");
  const user = (name: string, domainName: string, privileges: string[], disabled = false): StoredUser => ({
    id: guidFor(organization, "user", domainName),
    fullName: name,
    domainName,
    disabled,
    privileges,
    businessUnitId,
  });
  return [
    user("Alex Administrator", "alex@sandbox.example", ["*"]),
    user("Robin Reader", "robin@sandbox.example", [...readerPrivileges]),
    user("Dana Departed", "dana@sandbox.example", ["*"], true),
  ];
}

function publishersOf(organization: string, createdOn: string): StoredPublisher[] {
  return [
    {
      id: MICROSOFT_PUBLISHER_ID,
      uniqueName: "MicrosoftCorporation",
      friendlyName: "MicrosoftCorporation",
      prefix: "",
      optionValuePrefix: 0,
      isReadOnly: true,
      createdOn,
    },
    {
      id: CDS_DEFAULT_PUBLISHER_ID,
      uniqueName: `Cre${organization.slice(0, 5)}`,
      friendlyName: "CDS Default Publisher",
      prefix: `cr${organization.slice(0, 3)}`,
      optionValuePrefix: 68_500,
      isReadOnly: false,
      createdOn,
    },
    {
      id: guidFor(organization, "publisher", "default"),
      uniqueName: `DefaultPublisher${organization.slice(0, 8)}`,
      friendlyName: "Default Publisher",
      prefix: "new",
      optionValuePrefix: 10_000,
      isReadOnly: false,
      createdOn,
    },
  ];
}

type SolutionStart = Pick<StoredSolution, "id" | "uniqueName" | "friendlyName" | "version" | "publisherId" | "visible">;

/** The platform's own containers (§1.3). Only the last one is visible. */
function solutionsOf(organization: string, createdOn: string): StoredSolution[] {
  const hidden = { visible: false, publisherId: MICROSOFT_PUBLISHER_ID };
  const starts: SolutionStart[] = [
    { id: SYSTEM_SOLUTION_ID, uniqueName: "System", friendlyName: "System Solution", version: "5.0.0.0", ...hidden },
    { id: ACTIVE_SOLUTION_ID, uniqueName: "Active", friendlyName: "Active Solution", version: "1.0", ...hidden },
    {
      id: DEFAULT_SOLUTION_ID,
      uniqueName: "Default",
      friendlyName: "Default Solution",
      version: "1.0",
      visible: false,
      publisherId: guidFor(organization, "publisher", "default"),
    },
    {
      id: guidFor(organization, "solution", "basic"),
      uniqueName: "Basic",
      friendlyName: "Basic Solution",
      version: "1.0",
      ...hidden,
    },
    {
      id: CDS_DEFAULT_SOLUTION_ID,
      uniqueName: `Cr${organization.slice(0, 5)}`,
      friendlyName: "Common Data Services Default Solution",
      version: "1.0.0.0",
      visible: true,
      publisherId: CDS_DEFAULT_PUBLISHER_ID,
    },
  ];
  return starts.map((start, index) => solutionRow(start, createdOn, FIRST_VERSION_NUMBER - starts.length + index));
}

function solutionRow(start: SolutionStart, createdOn: string, versionNumber: number): StoredSolution {
  return {
    ...start,
    description: null,
    managed: start.uniqueName === "System",
    parentId: null,
    packageVersion: null,
    installedOn: createdOn,
    updatedOn: null,
    createdOn,
    modifiedOn: createdOn,
    versionNumber,
    configurationPageId: null,
  };
}
