import { CLASSIC_TYPE_NAMES } from "../../domain/components/classicTypeNames";
import type { NotKnown } from "../../domain/consequences/affectedComponent";
import type { SolutionComponent } from "../../domain/model/component";
import { ComponentType } from "../../domain/model/componentType";
import type { Guid } from "../../domain/model/guid";
import { presentAddresses } from "../../domain/releases/presentAddress";
import { addressIn, type ReleaseAddress } from "../../domain/releases/releaseAddress";
import type { Presence, PresentComponent } from "../../domain/releases/releaseFacts";
import { quoted } from "../odata";
import { IDS_A_QUERY, idConditions } from "../overrides/idList";
import {
  componentsOfTypeWhere,
  subcomponentsQuery,
  summariesQuery,
  SUMMARY_PAGE,
  toComponent,
} from "../retrieveComponentSummaries";
import { retrieveRowsOfMany } from "../rowsOfMany";
import { toNotKnown } from "../rollbacks/notKnown";
import type { TypeNames } from "../rollbacks/rollbackComponent";
import type { Transport } from "../transport";
import { toPresent } from "./toPresent";
import type { Wanted } from "./wanted";

/** One read, and whose presence it leaves open where it fails. */
interface Question {
  readonly path: string;
  readonly about: readonly Wanted[];
}

/**
 * Looks for components in the environment by lists: of what hangs below a table, one read a table; of ids and of names, one
 * read for 25 (fact sheet §3.2, §8.3). What is found on the way answers later questions too.
 */
export class PresenceSearch {
  private readonly known = new Map<ReleaseAddress, PresentComponent>();
  private readonly open = new Map<Wanted, NotKnown>();
  private readonly listed = new Set<string>();
  private readonly numbers: ReadonlyMap<string, readonly number[]>;

  /** @param everything id of the Default solution, which holds all components (§1.3) */
  constructor(
    private readonly everything: Guid | undefined,
    private readonly typeNames: TypeNames | undefined,
    private readonly transport: Transport,
  ) {
    this.numbers = numbersByName([...CLASSIC_TYPE_NAMES, ...(typeNames ?? [])]);
  }

  /** What a listing of something else has brought. */
  enter(component: SolutionComponent): PresentComponent {
    const present = toPresent(component, this.typeNames ?? new Map());
    for (const address of presentAddresses(present.component)) {
      if (!this.known.has(address)) this.known.set(address, present);
    }
    return present;
  }

  /** @throws DataverseError "cancelled" or "signedOut" */
  async ask(
    wanted: readonly Wanted[],
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<void> {
    const stages = [
      (open: readonly Wanted[]) => this.tableQuestions(open),
      (open: readonly Wanted[]) => this.partQuestions(open),
      (open: readonly Wanted[]) => [...this.idQuestions(open), ...this.nameQuestions(open)],
    ];
    for (const [index, questionsOf] of stages.entries()) {
      onProgress(index, stages.length);
      await this.answer(questionsOf(wanted.filter((one) => !this.find(one))), signal);
    }
    onProgress(stages.length, stages.length);
  }

  presenceOf(wanted: Wanted): Presence {
    const here = this.find(wanted) ?? this.ownerOfLocalOptionSet(wanted);
    if (here) return { status: "present", here };
    const why = this.open.get(wanted);
    if (why) return { status: "unknown", why };
    return this.typeNames === undefined && !this.numbers.has(wanted.typeName)
      ? { status: "unknown", why: { reason: "typeUnknown" } }
      : { status: "absent" };
  }

  private find({ addresses }: Wanted): PresentComponent | undefined {
    for (const address of addresses) {
      const found = this.known.get(address);
      if (found) return found;
    }
    return undefined;
  }

  /** Exporters also name the option set of one column, as `<table>_<column>`; that of a row's state comes with the table. */
  private ownerOfLocalOptionSet({ typeName, names: [name = ""] }: Wanted): PresentComponent | undefined {
    if (typeName !== "OptionSet") return undefined;
    for (const [table, column] of splits(name)) {
      const state = column === "statecode" || column === "statuscode";
      const owner = this.known.get(addressIn("Attribute", `${table}.${column}`));
      const found = owner ?? (state ? this.known.get(addressIn("Entity", table)) : undefined);
      if (found) return found;
    }
    return undefined;
  }

  /** Tables come first: without one there is nothing below it. */
  private tableQuestions(open: readonly Wanted[]): Question[] {
    const byTable = new Map<string, Wanted[]>();
    for (const one of open) {
      for (const table of tablesOf(one)) {
        if (!this.known.has(addressIn("Entity", table))) byTable.set(table, [...(byTable.get(table) ?? []), one]);
      }
    }
    const names = [...byTable.keys()];
    return idConditions("msdyn_name", names, quoted).map((condition, index) => ({
      path: componentsOfTypeWhere(ComponentType.Entity, condition),
      about: names.slice(index * IDS_A_QUERY, (index + 1) * IDS_A_QUERY).flatMap((name) => byTable.get(name) ?? []),
    }));
  }

  /** What hangs below tables that are here. */
  private partQuestions(open: readonly Wanted[]): Question[] {
    const { everything } = this;
    if (everything === undefined) return [];
    const byTable = new Map<string, Wanted[]>();
    for (const one of open) {
      if (one.typeName === "Entity") continue;
      for (const table of tablesOf(one)) {
        if (this.listed.has(table) || !this.known.has(addressIn("Entity", table))) continue;
        byTable.set(table, [...(byTable.get(table) ?? []), one]);
      }
    }
    for (const table of byTable.keys()) this.listed.add(table);
    return [...byTable].map(([table, about]) => ({ path: subcomponentsQuery(everything, table), about }));
  }

  private idQuestions(open: readonly Wanted[]): Question[] {
    const byId = new Map(open.flatMap((one) => one.ids.map((id) => [id, one] as const)));
    const ids = [...byId.keys()];
    return idConditions("msdyn_objectid", ids, quoted).map((condition, index) => ({
      path: summariesQuery(condition),
      about: ids.slice(index * IDS_A_QUERY, (index + 1) * IDS_A_QUERY).flatMap((id) => byId.get(id) ?? []),
    }));
  }

  private nameQuestions(open: readonly Wanted[]): Question[] {
    const byType = new Map<number, Map<string, Wanted>>();
    for (const one of open) {
      if (ONLY_BELOW_TABLES.has(one.typeName)) continue;
      for (const number of this.numbers.get(one.typeName) ?? []) {
        const names = byType.get(number) ?? new Map<string, Wanted>();
        for (const name of one.names) names.set(name, one);
        byType.set(number, names);
      }
    }
    return [...byType].flatMap(([type, names]) => {
      const all = [...names.keys()];
      return idConditions("msdyn_name", all, quoted).map((condition, index) => ({
        path: componentsOfTypeWhere(type, condition),
        about: all.slice(index * IDS_A_QUERY, (index + 1) * IDS_A_QUERY).flatMap((name) => names.get(name) ?? []),
      }));
    });
  }

  private async answer(questions: readonly Question[], signal: AbortSignal): Promise<void> {
    const items = await retrieveRowsOfMany(
      questions.map(({ path }) => path),
      this.transport,
      { pageSize: SUMMARY_PAGE, signal },
    );
    for (const [index, { about }] of questions.entries()) {
      const item = items[index];
      if (item?.status === "failed") for (const one of about) this.open.set(one, toNotKnown(item.error));
      for (const row of item?.status === "read" ? item.rows : []) {
        const component = toComponent(row);
        if (component) this.enter(component);
      }
    }
  }
}

/** Kinds that only the listing of their table tells of. */
const ONLY_BELOW_TABLES: ReadonlySet<string> = new Set(["Entity", "Attribute", "EntityKey"]);

/** Tables whose presence tells of the component's. */
function tablesOf({ table, typeName, names: [name = ""] }: Wanted): string[] {
  if (table !== undefined) return [table];
  return typeName === "OptionSet" ? splits(name).map(([owner]) => owner) : [];
}

/** `a_b_c` as `a` and `b_c`, `a_b` and `c`. */
function splits(name: string): [string, string][] {
  const lower = name.toLowerCase();
  const found: [string, string][] = [];
  for (let at = lower.indexOf("_"); at > 0; at = lower.indexOf("_", at + 1)) {
    found.push([lower.slice(0, at), lower.slice(at + 1)]);
  }
  return found;
}

function numbersByName(types: readonly (readonly [number, string])[]): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const [number, name] of types) {
    const key = CLASSIC_TYPE_NAMES.has(number) ? name : name.toLowerCase();
    numbers.set(key, [...(numbers.get(key) ?? []), number]);
  }
  return numbers;
}
