import { solutionFiles, solutionXml } from "./solutionZip";
import { zipSync, strToU8 } from "fflate";

const id = (digit: number): string => `{${String(digit).repeat(8)}-1111-1111-1111-111111111111}`;

/** One of many kinds, so that a corruption finds something to harm. */
export const CUSTOMIZATIONS =
  "<ImportExportXml><Entities><Entity><Name LocalizedName='Order'>con_Order</Name><EntityInfo><entity Name='con_Order'>" +
  "<LocalizedNames><LocalizedName description='Order' languagecode='1033' /></LocalizedNames><attributes>" +
  "<attribute PhysicalName='con_Name'><Type>nvarchar</Type><LogicalName>con_name</LogicalName></attribute>" +
  "<attribute PhysicalName='con_Sum'><Type>money</Type><LogicalName>con_sum</LogicalName></attribute>" +
  "</attributes><IsCustomizable>1</IsCustomizable></entity></EntityInfo><FormXml><forms type='main'><systemform>" +
  `<formid>${id(1)}</formid><form><tabs><tab name='a' /></tabs></form></systemform></forms></FormXml>` +
  `<SavedQueries><savedqueries><savedquery><savedqueryid>${id(2)}</savedqueryid><fetchxml><fetch>` +
  "<entity name='con_order' /></fetch></fetchxml></savedquery></savedqueries></SavedQueries><RibbonDiffXml /></Entity>" +
  "</Entities><optionsets><optionset Name='con_color' localizedName='Color'><OptionSetType>picklist</OptionSetType>" +
  "<options><option value='1'><labels><label description='Red' languagecode='1033' /></labels></option></options>" +
  `</optionset></optionsets><Roles><Role id='${id(3)}' name='Clerk'><RolePrivileges>` +
  "<RolePrivilege name='prvReadcon_Order' level='Basic' /></RolePrivileges></Role></Roles><EntityRelationships>" +
  "<EntityRelationship Name='con_order_contact'><EntityRelationshipType>OneToMany</EntityRelationshipType>" +
  "<ReferencingEntityName>con_order</ReferencingEntityName></EntityRelationship></EntityRelationships><WebResources>" +
  "<WebResource><Name>con_script</Name><FileName>/WebResources/con_script</FileName></WebResource></WebResources>" +
  `<Workflows><Workflow WorkflowId='${id(4)}' Name='Flow'><JsonFileName>/Workflows/flow.json</JsonFileName>` +
  "</Workflow></Workflows><Languages><Language>1033</Language></Languages></ImportExportXml>";

export const SOLUTION = solutionXml({
  roots:
    '<RootComponent type="1" schemaName="con_order" behavior="0" /><RootComponent type="9" schemaName="con_color" behavior="0" />' +
    `<RootComponent type="20" id="${id(3)}" behavior="0" /><RootComponent type="61" schemaName="con_script" behavior="0" />` +
    `<RootComponent type="29" id="${id(4)}" behavior="0" />`,
  missing:
    '<MissingDependency><Required type="1" schemaName="account" solution="Base (1.0.0.0)" />' +
    '<Dependent type="1" schemaName="con_order" /></MissingDependency>',
});

const contents: Readonly<Record<string, string | Uint8Array>> = {
  ...(solutionFiles() as Record<string, Uint8Array>),
  "solution.xml": SOLUTION,
  "customizations.xml": CUSTOMIZATIONS,
  "Workflows/flow.json": '{"properties":{"definition":{}}}',
  "WebResources/con_script": "console.log('order');",
  "customapis/con_api/customapi.xml": '<customapi uniquename="con_api"><name>API</name></customapi>',
};

/** Names of the entries. */
export const FILES = Object.keys(contents);

export function sampleZip(
  order: readonly string[] = FILES,
  instead: Readonly<Record<string, string>> = {},
): Uint8Array {
  const files = order.map((name) => {
    const content = instead[name] ?? contents[name] ?? "";
    return [name, typeof content === "string" ? strToU8(content) : content] as const;
  });
  return zipSync(Object.fromEntries(files), { mtime: "2020-01-01T00:00:00Z" });
}
