import type { Rule } from "./rule";
import { apps } from "./rules/apps";
import { configurationPage } from "./rules/configurationPage";
import { contentTypes } from "./rules/contentTypes";
import { controlBundle } from "./rules/controlBundle";
import { controlLeftovers } from "./rules/controlLeftovers";
import { controlManifest } from "./rules/controlManifest";
import { controlPrefix } from "./rules/controlPrefix";
import { dependencies } from "./rules/dependencies";
import { labels } from "./rules/labels";
import { managedFlag } from "./rules/managedFlag";
import { packageVersion } from "./rules/packageVersion";
import { patch } from "./rules/patch";
import { prefixes } from "./rules/prefixes";
import { publisher } from "./rules/publisher";
import { readable } from "./rules/readable";
import { referencedFiles } from "./rules/referencedFiles";
import { requiredEntries } from "./rules/requiredEntries";
import { componentsDeclared, rootComponentsExist, rootEntriesValid } from "./rules/rootComponents";
import { siteMaps } from "./rules/siteMaps";
import { sizes } from "./rules/sizes";
import { solutionName } from "./rules/solutionName";
import { solutionVersion } from "./rules/solutionVersion";
import { strayFiles } from "./rules/strayFiles";
import { wellFormedXml } from "./rules/wellFormedXml";

/** All rules, in the order in which their findings are shown. */
export const RULES: readonly Rule[] = [
  readable,
  requiredEntries,
  wellFormedXml,
  contentTypes,
  solutionName,
  solutionVersion,
  managedFlag,
  publisher,
  prefixes,
  packageVersion,
  labels,
  patch,
  rootEntriesValid,
  rootComponentsExist,
  componentsDeclared,
  referencedFiles,
  strayFiles,
  controlManifest,
  controlPrefix,
  controlBundle,
  controlLeftovers,
  apps,
  siteMaps,
  configurationPage,
  dependencies,
  sizes,
];
