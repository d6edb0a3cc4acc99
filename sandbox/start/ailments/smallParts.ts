import type { Guid } from "../../../SolutionHealth/domain/model/guid";
import type { SmallPart } from "./smallPackage";

/** An id of the demo that is the same in every sandbox. */
export const demoId = (number: number): Guid => `5b0a7d10-0000-4000-8000-${String(number).padStart(12, "0")}`;

const rootById = (type: number, id: Guid): string => `<RootComponent type="${type}" id="{${id}}" behavior="0" />`;

/** A script. @param name with its prefix, as `hbw_/berths.js` */
export function script(name: string, id: Guid): SmallPart {
  const path = `WebResources/${name.replace(/\W/g, "")}${id.toUpperCase()}`;
  return {
    section: "WebResources",
    root: `<RootComponent type="61" schemaName="${name}" behavior="0" />`,
    xml:
      `<WebResource><WebResourceId>{${id}}</WebResourceId><Name>${name}</Name><DisplayName>${name}</DisplayName>` +
      "<WebResourceType>3</WebResourceType><IntroducedVersion>1.0.0.0</IntroducedVersion>" +
      `<IsCustomizable>1</IsCustomizable><FileName>/${path}</FileName></WebResource>`,
    files: { [path]: `// ${name}\n` },
  };
}

/** A flow that is shipped on. */
export const flow = (name: string, id: Guid): SmallPart => ({
  section: "Workflows",
  root: rootById(29, id),
  xml:
    `<Workflow WorkflowId="{${id}}" Name="${name}"><Type>1</Type><Category>5</Category><Mode>0</Mode>` +
    "<StateCode>1</StateCode><StatusCode>2</StatusCode><IntroducedVersion>1.0.0.0</IntroducedVersion>" +
    "<IsCustomizable>1</IsCustomizable><PrimaryEntity>none</PrimaryEntity></Workflow>",
});

/** A plug-in step that is shipped enabled. */
export const pluginStep = (name: string, id: Guid): SmallPart => ({
  section: "SdkMessageProcessingSteps",
  root: rootById(92, id),
  xml:
    `<SdkMessageProcessingStep Name="${name}" SdkMessageProcessingStepId="{${id}}"><PrimaryEntity>none</PrimaryEntity>` +
    "<Mode>0</Mode><Rank>1</Rank><Stage>40</Stage><StateCode>0</StateCode><StatusCode>1</StatusCode>" +
    "<IsCustomizable>1</IsCustomizable></SdkMessageProcessingStep>",
});

/** A duplicate detection rule that is shipped published. */
export const duplicateRule = (name: string, id: Guid): SmallPart => ({
  section: "DuplicateRules",
  root: rootById(44, id),
  xml:
    `<DuplicateRule><duplicateruleid>{${id}}</duplicateruleid><name>${name}</name><statecode>1</statecode>` +
    "<statuscode>2</statuscode><iscustomizable>1</iscustomizable></DuplicateRule>",
});

/** A connection reference, which no package binds. */
export const connectionReference = (name: string, title: string): SmallPart => ({
  section: "connectionreferences",
  xml:
    `<connectionreference connectionreferencelogicalname="${name}">` +
    `<connectionreferencedisplayname>${title}</connectionreferencedisplayname>` +
    "<connectorid>/providers/Microsoft.PowerApps/apis/shared_office365</connectorid>" +
    "<iscustomizable>1</iscustomizable><statecode>0</statecode><statuscode>1</statuscode></connectionreference>",
});

/** An environment variable that is required and has no default value. */
export const emptyVariable = (name: string, title: string): SmallPart => ({
  root: `<RootComponent type="380" schemaName="${name}" behavior="0" />`,
  xml: "",
  files: {
    [`environmentvariabledefinitions/${name}/environmentvariabledefinition.xml`]:
      `<environmentvariabledefinition schemaname="${name}">` +
      `<displayname default="${title}"><label description="${title}" languagecode="1033" /></displayname>` +
      "<introducedversion>1.0.0.0</introducedversion><iscustomizable>1</iscustomizable>" +
      "<isrequired>1</isrequired><secretstore>0</secretstore><type>100000000</type></environmentvariabledefinition>",
  },
});
