/** The ordinary table of a kind, with the columns whose values are properties of its layers (fact sheet §2.5, §4.4). */
export interface EffectiveTable {
  readonly entitySet: string;
  /** Primary key; what `$filter` compares ids with. */
  readonly key: string;
  /** Columns with plain values, called as the property is. */
  readonly plain: readonly string[];
  /** Managed properties: the row has them as `{ Value, CanBeChanged, … }`, packages and layers as a boolean. */
  readonly managed: readonly string[];
  /** Plain columns that may be long: asked for only where the package has them. */
  readonly long: readonly string[];
  /** Labels whose text in the only language is what a column says. */
  readonly labels: ReadonlyMap<string, string>;
  /** Rows in one read, where they are longer than usual. */
  readonly rowsAtOnce?: number;
}

const NAME_LABELS: ReadonlyMap<string, string> = new Map([
  ["LocalizedName - LocalizedLabel", "name"],
  ["Description - LocalizedLabel", "description"],
]);

/**
 * Left out are kinds of which rows do not say all (site maps, apps), kinds with collections of their own (roles, profiles),
 * and kinds of which more than the package's properties is asked (connection references, environment variables).
 */
const TABLES: ReadonlyMap<string, EffectiveTable> = new Map([
  [
    // Layers of forms are merged, but one alone is the whole: a row that has the very text of the package is no difference.
    "SystemForm",
    {
      entitySet: "systemforms",
      key: "formid",
      plain: words(
        "name description objecttypecode type formactivationstate formpresentation isdefault istabletenabled " +
          "introducedversion",
      ),
      managed: words("iscustomizable canbedeleted"),
      long: words("formxml"),
      labels: NAME_LABELS,
      rowsAtOnce: 5,
    },
  ],
  [
    "SavedQuery",
    {
      entitySet: "savedqueries",
      key: "savedqueryid",
      plain: words(
        "name description querytype returnedtypecode isdefault isquickfindquery isprivate queryapi introducedversion",
      ),
      managed: words("iscustomizable canbedeleted"),
      long: words("fetchxml layoutxml"),
      labels: NAME_LABELS,
    },
  ],
  [
    "SavedQueryVisualization",
    {
      entitySet: "savedqueryvisualizations",
      key: "savedqueryvisualizationid",
      plain: words("name description primaryentitytypecode isdefault introducedversion"),
      managed: words("iscustomizable canbedeleted"),
      long: words("datadescription presentationdescription"),
      labels: NAME_LABELS,
    },
  ],
  [
    "WebResource",
    {
      entitySet: "webresourceset",
      key: "webresourceid",
      plain: words(
        "name displayname description webresourcetype languagecode introducedversion isenabledformobileclient " +
          "isavailableformobileoffline",
      ),
      managed: words("iscustomizable canbedeleted ishidden"),
      long: words("content dependencyxml"),
      labels: new Map(),
    },
  ],
  [
    "Workflow",
    {
      entitySet: "workflows",
      key: "workflowid",
      plain: words(
        "name description category type mode scope statecode statuscode primaryentity uniquename subprocess ondemand " +
          "triggeroncreate triggerondelete triggeronupdateattributelist asyncautodelete syncworkflowlogonfailure " +
          "istransacted runas businessprocesstype processtriggerscope processorder createstage updatestage deletestage " +
          "introducedversion",
      ),
      managed: words("iscustomizable iscustomprocessingstepallowedforotherpublishers"),
      long: words("clientdata xaml"),
      labels: NAME_LABELS,
    },
  ],
]);

/** Undefined for kinds of which no row says all. */
export const effectiveTable = (typeName: string): EffectiveTable | undefined => TABLES.get(typeName);

function words(text: string): string[] {
  return text.split(" ");
}
