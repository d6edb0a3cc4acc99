import { componentKey } from "../layers/componentLayer";
import { guid, object, optional, type Shape, text, wholeNumber } from "./fileShape";
import type { OverriddenComponent } from "./override";

const members = object({
  type: wholeNumber,
  typeName: text,
  id: guid,
  name: text,
  displayName: text,
  table: optional(text),
});

/** A component as files name it: without the key, which follows from the rest. */
export const componentShape: Shape<OverriddenComponent> = (value, place) => {
  const component = members(value, place);
  return { ...component, key: componentKey(component) };
};

/** The members of a component that files hold, and no others that whoever made it may have added. */
export function componentContent(component: OverriddenComponent): Omit<OverriddenComponent, "key"> {
  const { type, typeName, id, name, displayName, table } = component;
  return { type, typeName, id, name, displayName, ...(table !== undefined && { table }) };
}
