import * as React from "react";
import { ACTIVE_LAYER, SYSTEM_LAYER } from "../../domain/layers/componentLayer";
import type { NotKnown, RollbackComponent, UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import type { LayerName } from "../../domain/rollbacks/rollbackPreview";
import { nameKey } from "../../domain/solutions/solutionNames";
import { useNames } from "../overrides/names";
import { useProduct } from "../product";

/** How the things of a rollback are called on the page. */
export interface RollbackNames {
  /** A solution by its unique name. */
  readonly solution: (uniqueName: string) => string;
  /** "Contoso Sales 4.2.0.0", "System". */
  readonly layer: (layer: LayerName) => string;
  readonly layers: (layers: readonly LayerName[]) => string;
  readonly component: (component: RollbackComponent) => string;
  readonly type: (component: RollbackComponent) => string;
  /** "View · account": what stands below a component's name. */
  readonly kind: (component: RollbackComponent) => string;
  /** The same without the type. */
  readonly place: (component: RollbackComponent) => string;
  /** A part of the facts that could not be read, without the reason. */
  readonly unread: (fact: UnreadFact) => string;
  /** Why something is not known, with the server's own words. */
  readonly why: (why: NotKnown | undefined) => string;
}

const WHAT_WORDS: Readonly<Record<UnreadFact["what"], string>> = {
  members: "Unread_Members",
  holders: "Unread_Holders",
  dependencies: "Unread_Dependencies",
  forms: "Unread_Forms",
  types: "Unread_Types",
};

const WHY_WORDS: Readonly<Record<NotKnown["reason"], string>> = {
  notRead: "NotKnown_NotRead",
  cancelled: "NotKnown_Cancelled",
  typeUnknown: "NotKnown_TypeUnknown",
  unreadable: "NotKnown_Unreadable",
};

/** The same object while what is loaded is the same. */
export function useRollbackNames(): RollbackNames {
  const { t } = useProduct();
  const names = useNames();
  return React.useMemo(() => {
    const layer = ({ solution, displayName, version }: LayerName): string => {
      if (nameKey(solution) === nameKey(SYSTEM_LAYER)) return t("Layers_System");
      if (nameKey(solution) === nameKey(ACTIVE_LAYER)) return t("Layers_Active");
      return version === undefined ? displayName : t("Layers_Titled", displayName, version);
    };
    return {
      solution: names.solution,
      layer,
      layers: (layers) => layers.map(layer).join(", "),
      component: ({ displayName, name, id }) => displayName || name || id,
      type: names.type,
      kind: (component) => [names.type(component), ...placeOf(component)].join(" · "),
      place: (component) => placeOf(component).join(" · "),
      unread: ({ what, solution, table }) =>
        [t(WHAT_WORDS[what]), solution && names.solution(solution), table].filter(Boolean).join(" · "),
      why: (why) => [why && t(WHY_WORDS[why.reason]), why?.text, why?.code].filter(Boolean).join(" "),
    };
  }, [t, names]);
}

/** Its technical name where that is not its title, and its table where it is not the table itself. */
const placeOf = ({ displayName, name, table }: RollbackComponent): string[] => [
  ...(displayName !== "" && name !== displayName && name !== "" ? [name] : []),
  ...(table !== undefined && table !== name && table !== "" ? [table] : []),
];
