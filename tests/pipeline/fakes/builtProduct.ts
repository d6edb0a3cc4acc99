import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "./fakeOutside";

const MANIFEST = `<manifest>
  <control namespace="SolutionHealth" constructor="SolutionHealth" version="0.0.1">
    <resources>
      <code path="bundle.js" order="1" />
      <resx path="strings/SolutionHealth.1033.resx" version="1.0.0" />
    </resources>
  </control>
</manifest>`;

/** A product root whose build has "run": the control as pcf-scripts leaves it. @returns the root */
export async function builtProduct(bundle = "var pcf;"): Promise<string> {
  const root = await makeFolder();
  const control = join(root, "out", "controls", "SolutionHealth");
  await mkdir(join(control, "strings"), { recursive: true });
  await writeFile(join(control, "bundle.js"), bundle);
  await writeFile(join(control, "strings", "SolutionHealth.1033.resx"), "<root />");
  await writeFile(join(control, "ControlManifest.xml"), MANIFEST);
  return root;
}
