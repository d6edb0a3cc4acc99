import { addressIn } from "../../../SolutionHealth/domain/releases/releaseAddress";
import type { IncomingComponent } from "../../../SolutionHealth/domain/releases/incomingPackage";
import type { Presence } from "../../../SolutionHealth/domain/releases/releaseFacts";
import { requiredValues } from "../../../SolutionHealth/domain/releases/requiredValues";
import { component, stack } from "../rollbacks/rollbackFacts";
import { incoming, pack } from "./releaseSamples";

const NAME = "con_variable";
const here = component("EnvironmentVariableDefinition", NAME);
const present: Presence = { status: "present", here: { component: here } };
const absent: Presence = { status: "absent" };
const unknown: Presence = { status: "unknown", why: { reason: "notRead" } };

interface Case {
  readonly definition: Presence;
  readonly value: Presence;
  /** Default of the variable that is here. */
  readonly standard?: string;
  readonly package?: readonly IncomingComponent[];
}

function valueOf({ definition, value, standard, package: components = [incoming(380, NAME)] }: Case): string {
  const presence = new Map(
    components.map(({ key, type }) => [
      `${type === 380 ? "EnvironmentVariableDefinition" : "EnvironmentVariableValue"} ${key}`,
      definition,
    ]),
  );
  const layers = stack(here, ["A", standard === undefined ? {} : { defaultvalue: standard }]);
  const [required] = requiredValues(
    { package: pack(components), presence },
    new Map([[addressIn("EnvironmentVariableValue", NAME), value]]),
    new Map([[here.key, { status: "read", stack: layers }]]),
  );
  return required?.value ?? "not asked for";
}

describe("the value of an environment variable", () => {
  it.each<[string, Case, string]>([
    ["is here", { definition: present, value: present }, "here"],
    ["is here as a default", { definition: present, value: absent, standard: "x" }, "here"],
    ["is wanted where there is none", { definition: present, value: absent }, "none"],
    ["is wanted where the variable is new", { definition: absent, value: unknown }, "none"],
    ["is not known where it could not be looked for", { definition: present, value: unknown }, "unknown"],
    ["is not known where nothing could be looked for", { definition: unknown, value: unknown }, "unknown"],
    ["is here as a default, whatever else", { definition: present, value: unknown, standard: "x" }, "here"],
    [
      "comes with the package",
      { definition: present, value: unknown, package: [incoming(380, NAME), incoming(381, NAME)] },
      "package",
    ],
  ])("%s", (_name, one, expected) => {
    expect(valueOf(one)).toBe(expected);
  });
});
