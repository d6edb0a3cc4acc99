/**
 * What a reader of solutions may do: read all that the environment tells of solutions, components, layers, history and
 * jobs, and nothing else: no import, edit, publishing or removal (fact sheet §12).
 */
export const readerPrivileges: readonly string[] = [
  "Solution",
  "Publisher",
  "Customization",
  "Entity",
  "Attribute",
  "OptionSet",
  "Relationship",
  "AsyncOperation",
  "ImportJob",
  "User",
  "Role",
  "Organization",
  "msdyn_solutioncomponentsummary",
  "msdyn_solutioncomponentcountsummary",
  "msdyn_solutionhistory",
  "msdyn_componentlayer",
].map((table) => `prvRead${table}`);
