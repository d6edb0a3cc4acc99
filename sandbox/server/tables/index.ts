import type { Table } from "../table";
import { asyncOperations } from "./asyncOperations";
import { componentLayers } from "./componentLayers";
import { componentTables } from "./componentTables";
import { environmentTypeTables } from "./environmentTypeTables";
import { importJobs } from "./importJobs";
import { metadataTables } from "./metadataTables";
import { organizations } from "./organizations";
import { publishers } from "./publishers";
import { solutionComponentCountSummaries } from "./solutionComponentCountSummaries";
import { solutionComponentDefinitions } from "./solutionComponentDefinitions";
import { dependencies, solutionComponents } from "./solutionComponents";
import { solutionComponentSummaries } from "./solutionComponentSummaries";
import { solutionHistories, solutionHistoryData } from "./solutionHistories";
import { solutions } from "./solutions";
import { systemUserRoles, systemUsers } from "./systemUsers";

/** Every table of the Web API but those that packages create. A new table is one file and one line here. */
export const tables: readonly Table[] = [
  solutions,
  publishers,
  solutionComponents,
  solutionComponentDefinitions,
  solutionComponentSummaries,
  solutionComponentCountSummaries,
  componentLayers,
  solutionHistories,
  solutionHistoryData,
  importJobs,
  asyncOperations,
  systemUsers,
  systemUserRoles,
  organizations,
  dependencies,
  ...metadataTables,
  ...componentTables,
  ...environmentTypeTables,
];
