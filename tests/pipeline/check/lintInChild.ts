import { createRequire } from "node:module";
import { lintSource } from "../../../Solutions/pipeline/check/lintSource";
import { fakeOutside } from "../fakes/fakeOutside";

// ESLint loads its configuration by a dynamic import, which jest's own module system does not allow: the linter runs
// in a process of its own. Argument: the product's root. Prints the findings as JSON.
const packages = { eslint: createRequire(__filename)("eslint") as unknown };
void lintSource(fakeOutside({ productRoot: process.argv[2] ?? "", packages })).then((findings) =>
  process.stdout.write(JSON.stringify(findings)),
);
