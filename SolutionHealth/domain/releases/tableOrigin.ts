import { stackOf, type Situation } from "./situation";
import { addressIn } from "./releaseAddress";

/** Whether the platform itself brought a table that is here. */
export function isPlatformsTable(table: string, at: Situation): boolean | undefined {
  const presence = at.found.presence.get(addressIn("Entity", table));
  const isIt = (name: string): boolean => name.toLowerCase() === table.toLowerCase();
  const here =
    presence?.status === "present"
      ? presence.here
      : at.found.members.find(({ component }) => component.typeName === "Entity" && isIt(component.name));
  if (here === undefined) return undefined;
  if (here.custom === false) return true;
  const reading = stackOf(at, here);
  if (reading.status === "read") return reading.stack.layers.at(-1)?.kind === "system";
  return here.custom === true ? false : undefined;
}
