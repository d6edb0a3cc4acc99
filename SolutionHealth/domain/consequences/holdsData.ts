/** Types whose deletion takes rows or values along. */
const TYPES: ReadonlySet<string> = new Set(["Entity", "Attribute"]);

/** Whether deleting a component of this type takes data along. */
export const holdsData = (typeName: string | undefined): boolean => typeName !== undefined && TYPES.has(typeName);
