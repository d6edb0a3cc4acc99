import { withLogicalName } from "../../domain/model/logicalNames";
import type { PropertyValue } from "../../domain/model/property";

/** Columns that hold whole numbers; everything else that looks like one is a text (names, versions, colours). */
const INTEGERS = new Set(
  [
    "accuracy businessprocesstype canvasapptype category clienttype connectortype customizationlevel",
    "displayorder entitymask eventhandlertypecode formactivationstate formfactor formpresentation imagetype",
    "invocationsource isolationmode languagecode length lookupstyle maxlength mode modernflowtype",
    "navigationtype objecttypecode ownershiptype processorder processtriggerscope querytype rank reporttypecode runas",
    "scope sourcetype stage statecode statuscode supporteddeployment type value webresourcetype",
    "createstage updatestage deletestage componenttype msdyn_majoriterationnumber msdyn_minoriterationnumber",
  ]
    .join(" ")
    .toLowerCase()
    .split(" "),
);

/** Columns that are yes or no although their names do not begin with "is", "can" or "has". */
const FLAGS = new Set(
  [
    "ondemand subprocess triggeroncreate triggerondelete asyncautodelete syncworkflowlogonfailure changetrackingenabled",
    "validforupdateapi validforreadapi validforcreateapi enablecollapsiblegroups showhome showpinned showrecents",
    "autoroutetoownerqueue enforcestatetransitions entityhelpurlenabled bypassconsent secretstore",
  ]
    .join(" ")
    .split(" "),
);

const BOOLEANS: Readonly<Record<string, boolean>> = { "0": false, "1": true, false: false, true: true };

/** Text of the package as a value of the column of this (lower-case) name. */
export function columnValue(column: string, text: string): PropertyValue {
  if (INTEGERS.has(column) && /^-?\d{1,10}$/.test(text)) return Number(text);
  if (FLAGS.has(column) || /^(?:is|can|has)[a-z]/.test(column)) return BOOLEANS[text.toLowerCase()] ?? text;
  return withLogicalName(column, text);
}
