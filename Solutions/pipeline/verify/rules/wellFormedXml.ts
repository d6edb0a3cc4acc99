import { finding, type Rule } from "../rule";

const BROKEN = {
  code: "broken-xml",
  severity: "error",
  whatToDo: "Mend the XML at this place, or export the solution again.",
} as const;

const DECLARED = {
  code: "forbidden-xml",
  severity: "error",
  whatToDo: "Remove the DOCTYPE: no exporter writes one, and it can do harm.",
} as const;

/** Files of the author, whatever their ending: the platform stores them without reading them. */
const OWN_CONTENT = /^(?:webresources|canvasapps|pluginassemblies|reports)\//i;
const XML_ENDING = /\.(?:xml|resx|xaml)$/i;

/** Every XML file that the platform reads is well-formed. */
export const wellFormedXml: Rule = ({ entries, xmlFault }) =>
  entries
    .filter(({ name }) => XML_ENDING.test(name) && !OWN_CONTENT.test(name))
    .flatMap(({ name }) => {
      const fault = xmlFault(name);
      if (fault?.code !== "brokenXml" && fault?.code !== "forbiddenXml") {
        return [];
      }
      const kind = fault.code === "forbiddenXml" ? DECLARED : BROKEN;
      return [finding(kind, fault.place ?? name, `${fault.message.replace(/\.$/, "")}.`)];
    });
