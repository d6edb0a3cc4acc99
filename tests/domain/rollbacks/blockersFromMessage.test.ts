import { blockersFromMessage } from "../../../SolutionHealth/domain/rollbacks/blockersFromMessage";
import { component, solution } from "./rollbackFacts";

const ID = "11111111-2222-3333-4444-555555555555";
const OTHER = "99999999-2222-3333-4444-555555555555";
const known = { components: [{ ...component("SavedQuery", "View", "account"), id: ID }], solutions: [solution("F")] };
const nothing = { components: [], solutions: [] };

describe("blockersFromMessage", () => {
  it("reads the base-layer refusal, whatever its code, into a blocker on the component (§6.5)", () => {
    const text =
      `The uninstall operation will delete the base layer for the component 'SavedQuery' with id '${ID}' and name 'V'. ` +
      "The operation cannot continue because there are other managed layers over the base layer. You can use the " +
      "solution layers to find out which other solutions are blocking the operation.";
    expect(blockersFromMessage("0x80040216", text, known)?.blockers).toMatchObject([
      { kind: "baseLayer", required: { name: "View" }, dependent: { id: ID }, fix: { where: "unknown" } },
    ]);
    expect(blockersFromMessage(undefined, text, nothing)?.blockers[0]?.required).toMatchObject({
      id: ID,
      type: 26,
      typeName: "SavedQuery",
      name: "V",
    });
  });

  it("reads which solution has to go first, and invents no dependent (0x8004F020)", () => {
    const text =
      `This solution cannot be uninstalled because the 'SavedQuery' with id '${ID}' is required by the 'F' solution. ` +
      "Uninstall the F solution and try again.";
    expect(blockersFromMessage("-2147160032", text, known)).toMatchObject({
      blockers: [],
      required: { id: ID },
      solution: { solution: "F", publisher: "fabrikam", version: "1.0.0.0" },
    });
  });

  it("reads how many components need one (0x8004F01F), inside an outer failure too", () => {
    const text =
      `ImportAsHolding failed with exception: 0x8004F01F The SavedQuery(${ID}) component cannot be deleted because it is ` +
      "referenced by 3 other components. For a list of referenced components, use the RetrieveDependenciesForDeleteRequest.";
    expect(blockersFromMessage("0x80048033", text, known)).toMatchObject({ required: { id: ID }, referencedBy: 3 });
  });

  it("reads both ends where the text names them (0x8004F01D), and nothing where it does not", () => {
    const ends = `The Attribute 'con_c' (${OTHER}) is required by the SavedQuery 'V' (${ID}).`;
    const short = "Solution dependencies exist, cannot uninstall.";
    expect(blockersFromMessage("0x8004F01D", `${short} ${ends}`, known)?.blockers).toMatchObject([
      { kind: "dependency", required: { name: "con_c", typeName: "Attribute", type: 2 }, dependent: { name: "View" } },
    ]);
    expect(blockersFromMessage("0x8004F01D", short, known)).toEqual({ blockers: [] });
  });

  it("says nothing of other errors, and keeps a type that nobody knows as a word", () => {
    expect(blockersFromMessage("0x80071151", "Cannot start another [Uninstall]", known)).toBeUndefined();
    const text = `The Foo Bar(${OTHER}) component cannot be deleted because it is referenced by 1 other components.`;
    expect(blockersFromMessage("0x8004F01F", text, known)?.required).toMatchObject({ typeName: "Foo Bar", type: 0 });
  });
});
