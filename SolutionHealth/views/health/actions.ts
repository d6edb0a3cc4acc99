import type { HealthAction, MakerPlace, SolutionTab } from "../../domain/health/finding";
import type { Place } from "../host";
import type { Product } from "../product";
import { shown } from "../resource";
import { makerPortalAddress } from "../solutions/makerPortal";
import type { FindingWords } from "./findingWords";

/** Where an action leads: to a place of the product, or to an address outside of it. */
export type ActionTarget =
  { readonly kind: "place"; readonly place: Place } | { readonly kind: "address"; readonly url: string };

const TAB_WORDS: Readonly<Record<SolutionTab, string>> = {
  overview: "Health_Action_Solution",
  components: "Health_Action_Components",
  patches: "Health_Action_Patches",
  history: "Health_Action_SolutionHistory",
  dependents: "Health_Action_Dependents",
};

const MAKER_WORDS: Readonly<Record<MakerPlace, string>> = {
  solution: "Health_Action_MakerSolution",
  flows: "Health_Action_MakerFlows",
  connectionReferences: "Health_Action_MakerConnections",
  variables: "Health_Action_MakerVariables",
  pluginSteps: "Health_Action_MakerSteps",
  users: "Health_Action_MakerUsers",
};

/** Key of what the action is called. */
export function actionWord(action: HealthAction): string {
  switch (action.kind) {
    case "solution":
      return TAB_WORDS[action.tab];
    case "overrides":
      return "Health_Action_Overrides";
    case "rollback":
      return "Health_Action_Rollback";
    case "history":
      return action.operation === undefined ? "Health_Action_History" : "Health_Action_Operation";
    case "release":
      return "Health_Action_Release";
    case "plan":
      return "Health_Action_Plan";
    case "makerPortal":
      return MAKER_WORDS[action.place];
  }
}

/** Where the action leads; undefined where the environment does not say what the address needs. */
export function actionTarget(
  action: HealthAction,
  product: Pick<Product, "host" | "state">,
  words: FindingWords,
): ActionTarget | undefined {
  const about = action.solution === undefined ? {} : { about: action.solution };
  switch (action.kind) {
    case "solution":
      return inSolution(action.solution, action.tab, words);
    case "rollback":
      return toPlace({ page: "solutions", ...given("rollback", idsOf(action.solution, words)) });
    case "history":
      return toPlace({ page: "history", ...(action.operation ? { operation: action.operation } : about) });
    case "overrides":
    case "release":
    case "plan":
      return toPlace({ page: action.kind, ...about });
    case "makerPortal":
      return makerTarget(action.place, action.solution, product, words);
  }
}

const toPlace = (place: Place): ActionTarget => ({ kind: "place", place });

const given = <K extends keyof Place>(name: K, value: Place[K] | undefined): Partial<Place> =>
  value === undefined ? {} : { [name]: value };

function idsOf(solution: string, { installed }: FindingWords): Place["rollback"] {
  const found = installed(solution);
  return found && [found.id];
}

/** What needs a solution stands in the preview of its uninstall. */
function inSolution(solution: string, tab: SolutionTab, words: FindingWords): ActionTarget {
  const found = words.installed(solution);
  const panelTab = tab === "dependents" ? "uninstall" : tab;
  return toPlace({ page: "solutions", ...(found && { solution: found.id, panelTab }) });
}

function makerTarget(
  place: MakerPlace,
  solution: string | undefined,
  { host, state }: Pick<Product, "host" | "state">,
  words: FindingWords,
): ActionTarget | undefined {
  const environmentId = shown(state.environment)?.environmentId;
  if (environmentId === undefined) return undefined;
  if (place === "users") return { kind: "address", url: usersAddress(environmentId) };
  const id = (solution === undefined ? undefined : words.installed(solution))?.id;
  return { kind: "address", url: makerPortalAddress(host.clientUrl, environmentId, id) };
}

/** The admin center's page of the environment, which leads to its users. */
const usersAddress = (environmentId: string): string =>
  `https://admin.powerplatform.microsoft.com/manage/environments/${encodeURIComponent(environmentId)}/hub`;
