import type { EnvironmentKind } from "../model/environment";

/** `OrganizationType` by member name and by number (fact sheet §6.7). */
const KINDS: ReadonlyMap<string, EnvironmentKind> = new Map([
  ["secondary", "production"],
  ["4", "production"],
  ["customertest", "sandbox"],
  ["5", "sandbox"],
  ["emailtrial", "trial"],
  ["11", "trial"],
  ["default", "default"],
  ["12", "default"],
  ["developer", "developer"],
  ["13", "developer"],
  ["trial", "trial"],
  ["14", "trial"],
  ["teams", "teams"],
  ["15", "teams"],
]);

/**
 * Kind of an environment. A type this product does not know – among them "Customer", 0, which older production
 * environments carry – is `unknown` rather than guessed: production is what people are warned about.
 * @param organizationType member name as JSON has it ("Secondary"), or its number
 */
export const environmentKind = (organizationType: string | undefined): EnvironmentKind =>
  KINDS.get(organizationType?.toLowerCase() ?? "") ?? "unknown";
