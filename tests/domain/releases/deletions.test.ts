import { mayDeleteMore } from "../../../SolutionHealth/domain/releases/deletions";
import type { UnreadReleaseFact } from "../../../SolutionHealth/domain/releases/releaseFacts";
import type { PackagePreview } from "../../../SolutionHealth/domain/releases/releasePreview";
import { packageVerdict } from "../../../SolutionHealth/domain/releases/releaseVerdict";
import { column, solution, stack } from "../rollbacks/rollbackFacts";
import { held, incomingColumn, pack, previewOf } from "./releaseSamples";

const kept = column("con_t", "con_c");
const patch = solution("A_Patch_1", { version: "1.0.1.0", parentId: "A" });
const other = solution("F");

/** Everything that is known to be here is in the package too. */
const withUnread = (...unread: readonly Omit<UnreadReleaseFact, "why">[]): PackagePreview =>
  previewOf({
    package: pack([incomingColumn("con_t", "con_c", { properties: { length: 2 } })]),
    here: [kept],
    members: [held(kept, "A")],
    stacks: [stack(kept, ["A", { length: 1 }])],
    facts: {
      solutions: [solution("A"), patch, other],
      unread: unread.map((fact) => ({ ...fact, why: { reason: "notRead" } })),
    },
  });

const deletesOf = ({ ways, ...preview }: PackagePreview, way: "update" | "upgrade"): string =>
  packageVerdict({ ways, ...preview }, ways[way]).conditions.deletes;

describe("what an upgrade deletes", () => {
  it("is nothing where all that is installed is in the package", () => {
    const preview = withUnread();
    expect(preview.ways.upgrade).toMatchObject({ status: "possible", unlisted: false, counts: { deleted: 0 } });
    expect(deletesOf(preview, "upgrade")).toBe("no");
    expect(mayDeleteMore(preview.ways.upgrade)).toBe(false);
  });

  it.each<[string, Omit<UnreadReleaseFact, "why">]>([
    ["the solution", { what: "members", solution: "a" }],
    ["a patch of it", { what: "members", solution: patch.uniqueName }],
    ["a table, listed below another solution", { what: "members", solution: "Default", table: "con_t" }],
    ["a table without a name", { what: "members", table: "id of con_t" }],
  ])("is not known where what %s holds could not be listed", (_whose, fact) => {
    const preview = withUnread(fact);
    expect(preview.ways.upgrade).toMatchObject({ status: "uncertain", unlisted: true });
    expect(preview.ways.stagedUpgrade.unlisted).toBe(true);
    expect(mayDeleteMore(preview.ways.upgrade)).toBe(true);
    expect(packageVerdict(preview, preview.ways.upgrade)).toMatchObject({
      partial: true,
      conditions: { deletes: "unknown", data: "unknown" },
    });
    expect(preview.advice.reason).toBe("leftBehindUnknown");
  });

  it("has nothing to do with what another package's solution holds", () => {
    const preview = withUnread({ what: "members", solution: other.uniqueName });
    expect(preview.ways.upgrade).toMatchObject({ status: "possible", unlisted: false });
    expect(preview.advice.reason).toBe("nothingLeftBehind");
  });

  it("an update never deletes, whatever could not be listed", () => {
    const preview = withUnread({ what: "members", solution: "A" });
    expect(preview.ways.update.unlisted).toBe(true);
    expect(mayDeleteMore(preview.ways.update)).toBe(false);
    expect(deletesOf(preview, "update")).toBe("no");
    expect(preview.ways.patch.unlisted).toBe(false);
  });
});
