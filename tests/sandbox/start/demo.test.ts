import { join, resolve } from "node:path";
import { packFolder } from "../../../Solutions/pipeline/layout/pack";
import type { Environment } from "../../../sandbox/engine/contract";
import { createEnvironment } from "../../../sandbox/engine/createEnvironment";
import { emptyState } from "../../../sandbox/engine/emptyState";
import { DEMO_PHANTOM_SHARE, fillWithDemo } from "../../../sandbox/start/demo";
import { callerOf, importRequest } from "../../../sandbox/start/environment";
import { copyOf } from "../../../sandbox/store/stateFile";
import type { EnvironmentState, StoredComponent } from "../../../sandbox/store/model";
import { faultOf } from "../engine/handMade";

const root = resolve(__dirname, "..", "..", "..");
const [BASE, PATCH, EXTENSION, UPDATE] = [
  "AlderBayPermits",
  "AlderBayPermits_Patch_6b21f0c4",
  "BrightwaterPermitRisk",
  "AlderBayPermitsUpdate",
];
const ACTIVE_PERMITS = "9c3c4615-17d9-47ed-8c39-b464fd97850e";
const INACTIVE_PERMITS = "22021405-2d46-4311-b66f-91dfe98dd782";

let filled: EnvironmentState;
let demo: Environment;
beforeAll(async () => {
  let clock = (): Date => new Date();
  const environment = createEnvironment(emptyState(), { now: () => clock(), phantomShare: DEMO_PHANTOM_SHARE });
  await fillWithDemo(environment, root, (now) => {
    clock = now;
  });
  filled = copyOf(environment.state);
});
beforeEach(() => {
  demo = createEnvironment(copyOf(filled));
});

const uninstall = (name: string): void => demo.uninstallSolution(name, callerOf(demo.state));
const find = (type: number, key: string): StoredComponent | undefined => demo.store.find(type, key);
const seen = (type: number, key: string, property: string): unknown =>
  demo.effectiveProperties(find(type, key)?.id ?? "")[property];
const layersOf = (type: number, key: string): string[] =>
  (find(type, key)?.layers ?? []).map(({ solution }) => solution).filter((name) => name !== "Active");

describe("the demo's story of taking an update back", () => {
  it("starts with a managed customization that the update covers, and one made by hand that lies on top", () => {
    expect(layersOf(26, INACTIVE_PERMITS)).toEqual([BASE, EXTENSION, UPDATE]);
    expect(seen(26, INACTIVE_PERMITS, "layoutxml")).not.toContain("bwc_riskscore");
    expect(layersOf(26, ACTIVE_PERMITS)).toEqual([BASE, UPDATE]);
    expect(seen(26, ACTIVE_PERMITS, "layoutxml")).toContain("ownerid");
  });

  it("brings the covered customization back, and leaves what was made by hand", () => {
    uninstall(UPDATE);
    expect(layersOf(26, INACTIVE_PERMITS)).toEqual([BASE, EXTENSION]);
    expect(seen(26, INACTIVE_PERMITS, "layoutxml")).toContain("bwc_riskscore");
    expect(seen(26, ACTIVE_PERMITS, "layoutxml")).toContain("ownerid");
  });

  it("deletes what only the update brought, with its values, and lets the rest fall back or stay as it is", () => {
    expect(demo.rowsOf("abp_permit").filter((row) => typeof row.abp_reviewedon === "string")).not.toEqual([]);
    const hidden = seen(2, "abp_permit.abp_permittype", "requiredlevel");
    uninstall(UPDATE);
    expect(find(2, "abp_permit.abp_reviewedon")).toBeUndefined();
    expect(demo.rowsOf("abp_permit").some((row) => "abp_reviewedon" in row)).toBe(false);
    expect(find(2, "abp_permit.abp_applicantid")?.displayName).not.toBe("Permit Holder");
    expect(seen(2, "abp_permit.abp_permittype", "requiredlevel")).toBe(hidden);
  });
});

describe("the demo's patch", () => {
  it("cannot go while another publisher's view needs its column", () => {
    const required = demo.dependenciesForUninstall(PATCH).map((row) => row.requiredcomponentobjectid);
    expect(required).toEqual([find(2, "abp_permit.abp_renewedon")?.id]);
    const fault = faultOf(() => uninstall(PATCH));
    expect(fault).toMatchObject({
      code: "0x8004F020",
      message: expect.stringContaining(`the '${EXTENSION}' solution`),
    });
  });

  it("leaves a script behind whose base the update becomes", () => {
    expect(layersOf(61, "abp_/scripts/fees.js")).toEqual([PATCH, UPDATE]);
    uninstall(EXTENSION);
    uninstall(PATCH);
    expect(layersOf(61, "abp_/scripts/fees.js")).toEqual([UPDATE]);
  });
});

describe("the demo's base", () => {
  it("can be brought to its next version, whatever its patch and other solutions have added", async () => {
    const next = await packFolder(join(root, "Solutions", "Demo", "BaseNext"), { managed: true });
    demo.stageAndUpgrade(importRequest(next), callerOf(demo.state));
    expect(demo.store.solutionNamed(PATCH)).toBeUndefined();
    expect(layersOf(2, "abp_permit.abp_renewedon")).toEqual([BASE]);
  });

  it("is held by another publisher's layers and by what needs it", () => {
    expect(demo.dependenciesForUninstall(BASE)).not.toEqual([]);
    expect(faultOf(() => uninstall(BASE)).message).toContain("other managed layers over the base layer");
  });
});
