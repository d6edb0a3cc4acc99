import type { AcceptedOverride } from "../../../SolutionHealth/domain/overrides/acceptedOverride";
import type { ListedOverride } from "../../../SolutionHealth/domain/overrides/listedOverride";
import type { OverriddenComponent, OverrideFacts } from "../../../SolutionHealth/domain/overrides/override";

export const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const PRINT = "a".repeat(64);
export const OTHER_PRINT = "b".repeat(64);

export function component(number: number, more: Partial<OverriddenComponent> = {}): OverriddenComponent {
  const id = guid(number);
  const typeName = more.typeName ?? "SavedQuery";
  const name = `View ${number}`;
  return { type: 26, typeName, id, name, displayName: name, table: "account", ...more, key: `${typeName} ${id}` };
}

export const facts = (more: Partial<OverrideFacts> = {}): OverrideFacts => ({
  state: "real",
  reason: "changesProperties",
  changed: ["fetchxml"],
  changedState: [],
  bookkeeping: [],
  fingerprint: PRINT,
  owner: "Contoso",
  below: "Contoso",
  ...more,
});

export const listed = (number: number, more: Partial<ListedOverride> = {}): ListedOverride => ({
  component: component(number),
  facts: facts(),
  acceptance: "new",
  ...more,
});

export const accepted = (number: number, more: Partial<AcceptedOverride> = {}): AcceptedOverride => ({
  typeName: "SavedQuery",
  id: guid(number),
  name: `View ${number}`,
  fingerprint: PRINT,
  properties: ["fetchxml"],
  reason: "Asked for by sales",
  acceptedOn: "2026-01-01T00:00:00Z",
  ...more,
});
