import type { Environment } from "../../engine/contract";
import { PlatformFault } from "../../engine/fault";
import type { Row } from "../../store/model";
import type { ServerContext } from "../context";
import type { Message, MessageCall, Parameter } from "../message";
import { describeDependency } from "../dependencyMetadata";
import { recordNotFound } from "../../odata/syntaxFault";

const ofComponent: Readonly<Record<string, Parameter>> = {
  ObjectId: { type: "guid", required: true },
  ComponentType: { type: "integer", required: true },
};

type Reader = (environment: Environment, id: string, type: number) => Row[];

/** Functions over one component, by name without suffix (fact sheet §6.2). */
const readers: Readonly<Record<string, Reader>> = {
  RetrieveDependenciesForDelete: (environment, id, type) => environment.dependenciesForDelete(id, type),
  RetrieveDependentComponents: (environment, id, type) => environment.dependentComponents(id, type),
  RetrieveRequiredComponents: (environment, id, type) => environment.requiredComponents(id, type),
};

function plain(name: string, read: Reader): Message {
  return {
    name,
    kind: "function",
    parameters: ofComponent,
    privileges: [],
    contextOf: "dependencies",
    run: ({ context, arguments: values }) => ({
      value: read(context.environment, values.text("ObjectId"), values.integer("ComponentType")),
    }),
  };
}

/** The answer stands in `DependencyMetadataCollection`, not in `value` (§16); or is empty: unconfirmed. */
function described(call: MessageCall, rows: readonly Row[]): Row {
  const empty = call.context.options.habits.dependencyMetadata === "empty";
  const list = empty ? [] : rows.map((row) => describeDependency(row, call.context));
  return { DependencyMetadataCollection: { DependencyMetadataInfoCollection: list } };
}

function withMetadata(name: string, read: Reader): Message {
  return {
    name: `${name}WithMetadata`,
    kind: "function",
    parameters: ofComponent,
    privileges: [],
    run: (call) => {
      const { arguments: values, context } = call;
      return described(call, read(context.environment, values.text("ObjectId"), values.integer("ComponentType")));
    },
  };
}

function blockingUninstall({ environment, options }: ServerContext, uniqueName: string): Row[] {
  const isPatch = environment.store.solutionNamed(uniqueName)?.parentId != null;
  if (isPatch && options.habits.dependenciesOfPatch === "refused") {
    throw new PlatformFault("0x80040203", `The solution '${uniqueName}' is a patch. Name its parent solution.`);
  }
  return environment.dependenciesForUninstall(uniqueName);
}

const forUninstall: Message = {
  name: "RetrieveDependenciesForUninstall",
  kind: "function",
  parameters: { SolutionUniqueName: { type: "string", required: true } },
  privileges: [],
  contextOf: "dependencies",
  run: ({ context, arguments: values }) => ({ value: blockingUninstall(context, values.text("SolutionUniqueName")) }),
};

/** About a solution that is here; what a zip lacks, StageSolution says (§6.2). */
const missing: Message = {
  name: "RetrieveMissingDependencies",
  kind: "function",
  parameters: { SolutionUniqueName: { type: "string", required: true } },
  privileges: [],
  contextOf: "dependencies",
  run: ({ context, arguments: values }) => ({
    value: context.environment.missingDependencies(values.text("SolutionUniqueName")),
  }),
};

const forUninstallWithMetadata: Message = {
  name: "RetrieveDependenciesForUninstallWithMetadata",
  kind: "function",
  parameters: { SolutionId: { type: "guid", required: true } },
  privileges: [],
  run: (call) => {
    const { environment } = call.context;
    const id = call.arguments.text("SolutionId");
    const solution = environment.store.solution(id);
    if (!solution) throw recordNotFound("solution", id);
    return described(call, blockingUninstall(call.context, solution.uniqueName));
  },
};

export const dependencyFunctions: readonly Message[] = [
  forUninstall,
  forUninstallWithMetadata,
  missing,
  ...Object.entries(readers).flatMap(([name, read]) => [plain(name, read), withMetadata(name, read)]),
];
