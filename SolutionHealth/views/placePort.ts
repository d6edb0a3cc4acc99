import type { Guid } from "../domain/model/guid";
import { normaliseGuid } from "../domain/model/guid";
import type { Place, PlacedComponent, PlacePort } from "./host";
import { parseImported, writeImported } from "./placedImport";

/** The parts of the browser that keep an address; `window` fits. */
export interface AddressBar {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, "state" | "pushState" | "replaceState">;
  addEventListener(type: "popstate" | "hashchange", listener: () => void): void;
  removeEventListener(type: "popstate" | "hashchange", listener: () => void): void;
}

const KEY = "sh";
const HOME: Place = { page: "health" };

/**
 * Keeps the place as one entry of the address's hash ("#sh=solutions/<id>/components~SystemForm/<id>"; several solutions
 * to be taken back: "#sh=solutions!<id>,<id>"; an operation: "#sh=history@<id>"; a list that is narrowed to a solution:
 * "#sh=overrides*ContosoSales"; an import under way: "#sh=release^upgrade.<SHA-256>.<file name>") beside whatever the host keeps
 * there, and leaves the host's history state as it is. Where the host refuses, the place lives as long as the page.
 */
export function createPlacePort(bar: AddressBar): PlacePort {
  let inMemory: Place | undefined;
  const read = (): Place => inMemory ?? parsePlace(entryOf(bar.location.hash));
  return {
    read,
    write(place) {
      const before = read();
      const hash = withEntry(bar.location.hash, writePlace(place));
      const moved =
        before.page !== place.page ||
        before.solution !== place.solution ||
        before.rollback?.join() !== place.rollback?.join() ||
        before.operation !== place.operation ||
        before.about !== place.about ||
        before.component?.id !== place.component?.id;
      try {
        if (moved) bar.history.pushState(bar.history.state, "", hash);
        else bar.history.replaceState(bar.history.state, "", hash);
      } catch {
        inMemory = place;
      }
    },
    onChange(listener) {
      const tell = (): void => listener(read());
      bar.addEventListener("popstate", tell);
      bar.addEventListener("hashchange", tell);
      return () => {
        bar.removeEventListener("popstate", tell);
        bar.removeEventListener("hashchange", tell);
      };
    },
  };
}

function writePlace(place: Place): string {
  const { page, solution, panelTab, rollback, operation, about, component, imported } = place;
  const where = `${page}${operation === undefined ? "" : `@${operation}`}${about === undefined ? "" : `*${about}`}`;
  const parts = [where, solution, solution && panelTab].filter(Boolean).join("/");
  const chosen = rollback && rollback.length > 0 ? `!${rollback.join(",")}` : "";
  const opened = component ? `~${component.typeName}/${component.id}` : "";
  return `${parts}${chosen}${opened}${imported ? `^${writeImported(imported)}` : ""}`;
}

/** Anything that is not a place of ours is home: an address can be typed by anybody. */
function parsePlace(entry: string): Place {
  const [known = "", imported] = entry.split("^");
  const [way = "", component = ""] = known.split("~");
  const [parts = "", chosen] = way.split("!");
  const [where = "", solution, panelTab] = parts.split("/");
  const [page, operation] = (where.split("*")[0] ?? "").split("@");
  if (!isWord(page)) return HOME;
  const id = parseId(solution);
  return {
    page,
    ...given("solution", id),
    ...given("panelTab", id !== undefined && isWord(panelTab) ? panelTab : undefined),
    ...given("rollback", parseChosen(chosen)),
    ...given("operation", parseId(operation)),
    ...given("about", parseName(where.split("*")[1])),
    ...given("component", parseComponent(component)),
    ...given("imported", parseImported(imported)),
  };
}

/** The property, where it has a value. */
const given = <K extends keyof Place>(name: K, value: Place[K] | undefined): Partial<Place> =>
  value === undefined ? {} : { [name]: value };

const parseId = (text: string | undefined): Guid | undefined => (text === undefined ? undefined : normaliseGuid(text));

/** Unique names are made of these (fact sheet §1.6). */
const parseName = (text: string | undefined): string | undefined =>
  text !== undefined && /^\w+$/.test(text) ? text : undefined;

const isWord = (part: string | undefined): part is string => part !== undefined && /^[a-z]+$/.test(part);

/** All of them or none: a preview of some of what was chosen would be another one. */
function parseChosen(entry: string | undefined): Guid[] | undefined {
  const ids = (entry ?? "").split(",").map(normaliseGuid);
  return ids.every((id): id is Guid => id !== undefined) ? ids : undefined;
}

function parseComponent(entry: string): PlacedComponent | undefined {
  const [typeName, text] = entry.split("/");
  const id = text === undefined ? undefined : normaliseGuid(text);
  return typeName && id !== undefined && /^\w+$/.test(typeName) ? { typeName, id } : undefined;
}

const entriesOf = (hash: string): string[] => hash.replace(/^#/, "").split("&").filter(Boolean);

function entryOf(hash: string): string {
  const found = entriesOf(hash).find((entry) => entry.startsWith(`${KEY}=`));
  return found?.slice(KEY.length + 1) ?? "";
}

function withEntry(hash: string, value: string): string {
  const others = entriesOf(hash).filter((entry) => !entry.startsWith(`${KEY}=`));
  return `#${[...others, `${KEY}=${value}`].join("&")}`;
}
