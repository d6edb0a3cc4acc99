import { plainText } from "../../../sandbox/odata/plainText";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import type { Row } from "../../../sandbox/store/model";
import { guid, part, solutionPackage, table } from "../engine/handMade";
import { JOB_DURATION, WebServer } from "./webServer";

/** Responses captured from a live environment; they lie beside the repository and are not part of it. */
const folder = join(__dirname, "../../../../shared/recorded");
const present = existsSync(folder);
const recorded = (name: string): Row => JSON.parse(readFileSync(join(folder, name), "utf8")) as Row;

type Tree = Readonly<Record<string, PropertyValue>>;

function kindOf(value: PropertyValue): string {
  return Array.isArray(value) ? "list" : typeof value;
}

/** Property names with JSON types; null goes with any type, lists are judged by their first entry. */
function differences(actual: PropertyValue | undefined, expected: PropertyValue, path = ""): string[] {
  if (actual === undefined) return [`${path} is missing`];
  if (expected === null || actual === null) return [];
  if (kindOf(actual) !== kindOf(expected)) return [`${path} is ${kindOf(actual)}, recorded as ${kindOf(expected)}`];
  if (Array.isArray(actual) && Array.isArray(expected)) {
    const [first, recordedFirst] = [actual[0], expected[0]];
    return first === undefined || recordedFirst === undefined ? [] : differences(first, recordedFirst, `${path}[0]`);
  }
  return typeof actual === "object" ? inside(actual as Tree, expected as Tree, path) : [];
}

function inside(actual: Tree, expected: Tree, path: string): string[] {
  const surplus = Object.keys(actual).filter((name) => !(name in expected));
  return [
    ...Object.entries(expected).flatMap(([name, value]) => differences(actual[name], value, `${path}.${name}`)),
    ...surplus.map((name) => `${path}.${name} is not in the recording`),
  ];
}

const web = new WebServer();
const zip = () =>
  Buffer.from(
    web.bench.zip(
      solutionPackage({ name: "App", components: [table("con_thing"), part("connectionreference", "con_ref")] }),
    ),
  ).toString("base64");
const answers: Record<string, Row> = {};

beforeAll(async () => {
  await web.start();
  const body = { OverwriteUnmanagedCustomizations: false, PublishWorkflows: true };
  answers.stage = (await web.post("StageSolution", { CustomizationFile: zip() })).body;
  answers.import = (
    await web.post("ImportSolutionAsync", { ...body, CustomizationFile: zip(), ImportJobId: guid(1) })
  ).body;
  web.clock.advance(JOB_DURATION);
  answers.job = (await web.get(`asyncoperations(${plainText(answers.import.AsyncOperationId)})`)).body;
  answers.result = (await web.get(`RetrieveSolutionImportResult(ImportJobId=${guid(1)})`)).body;
  answers.solution = (await web.get("solutions?$expand=publisherid&$filter=uniquename eq 'App'")).body;
});
afterAll(() => web.stop());

/** Skipped, and so counted, where the recordings are absent. */
(present ? describe : describe.skip)("answers recorded from a live environment", () => {
  it.each([
    ["post_stage_solution.json", "stage"],
    ["post_import_solution_async.json", "import"],
    ["get_async_operations.json", "job"],
    ["get_solution_import_result.json", "result"],
    ["get_solution.json", "solution"],
  ])("%s has the same property names and JSON types", (file, answer) => {
    expect(differences(answers[answer], recorded(file))).toEqual([]);
  });
});
