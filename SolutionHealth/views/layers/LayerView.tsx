import * as React from "react";
import type { LayerView as LayerViewData } from "../../state/overrides/model";
import { EmptyState } from "../../ui/EmptyState";
import { Column } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { Tabs } from "../../ui/Tabs";
import { RemoveHere } from "../overrides/removal/RemoveHere";
import { useProduct } from "../product";
import { CollectionTab } from "./CollectionTab";
import { DifferencesTab } from "./differences/DifferencesTab";
import { LayerChoice } from "./LayerChoice";
import { PropertiesTab } from "./PropertiesTab";
import { StackSection } from "./StackSection";

export interface LayerViewProps {
  readonly view: LayerViewData;
}

const COLLECTION_WORDS: Readonly<Record<string, string>> = {
  LocalizedLabels: "Layers_Labels",
  RolePrivileges: "Layers_Privileges",
  AttributePicklistValues: "Layers_Options",
};

/** The stack of one component, what its layers hold, and how they differ. */
export function LayerView({ view }: LayerViewProps): React.ReactElement {
  const { t } = useProduct();
  const { layers } = view.stack;
  const [layer, setLayer] = React.useState(0);
  const [tab, setTab] = React.useState("differences");
  const collections = React.useMemo(() => collectionsOf(view), [view]);
  if (layers.length === 0) {
    return <EmptyState shape="question" title={t("Layers_NoneTitle")} text={t("Layers_NoneText")} />;
  }
  const tabs = [
    { key: "differences", text: t("Layers_Differences") },
    { key: "updated", text: t("Layers_Updated") },
    { key: "all", text: t("Layers_All") },
    ...collections.map((name) => ({ key: name, text: collectionTitle(name, t) })),
  ];
  const shownTab = tabs.find(({ key }) => key === tab)?.key ?? "differences";
  const shownLayer = Math.min(layer, layers.length - 1);
  return (
    <Column>
      {view.merged && (
        <Notice kind="info" title={t("Layers_MergedTitle")}>
          {t("Layers_MergedText")}
        </Notice>
      )}
      <StackSection view={view} />
      <RemoveHere view={view} />
      <Tabs label={t("Layers_Tabs")} idPrefix="layers" tabs={tabs} value={shownTab} onChange={setTab}>
        {shownTab === "differences" ? (
          <DifferencesTab view={view} />
        ) : (
          <Column>
            <LayerChoice label={t("Layers_Layer")} view={view} value={shownLayer} onChange={setLayer} />
            {shownTab === "updated" && <PropertiesTab view={view} layer={shownLayer} which="updated" />}
            {shownTab === "all" && <PropertiesTab view={view} layer={shownLayer} which="all" />}
            {collections.includes(shownTab) && (
              <CollectionTab
                view={view}
                layer={shownLayer}
                collection={shownTab}
                title={collectionTitle(shownTab, t)}
              />
            )}
          </Column>
        )}
      </Tabs>
    </Column>
  );
}

/** Child collections that any layer has; a layer that could not be read may have more, and its tab says so. */
function collectionsOf({ stack }: LayerViewData): string[] {
  const names = stack.layers.flatMap(({ children }) =>
    children.status === "read"
      ? Object.keys(children.value).filter((name) => (children.value[name] ?? []).length > 0)
      : [],
  );
  return [...new Set(names)].sort();
}

function collectionTitle(name: string, t: (key: string) => string): string {
  const key = COLLECTION_WORDS[name];
  return key === undefined ? name : t(key);
}
