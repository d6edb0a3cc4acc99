/**
 * Value of one component property, as the layer table reports it inside `msdyn_componentjson` (fact sheet §4.4):
 * JSON, in which blobs such as form XML or flow definitions are one string.
 */
export type PropertyValue = string | number | boolean | null | PropertyValue[] | { [key: string]: PropertyValue };

/** Properties of a component by the name of the column that holds them (`name`, `fetchxml`, `formxml`, …). */
export type Properties = Record<string, PropertyValue>;
