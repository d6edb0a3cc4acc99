import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import { invalidParameter, recordNotFound } from "../../odata/syntaxFault";
import type { Message } from "../message";

/** Row counts of tables; on the platform from a snapshot of the last 24 hours (fact sheet §16). */
export const retrieveTotalRecordCount: Message = {
  name: "RetrieveTotalRecordCount",
  kind: "function",
  parameters: { EntityNames: { type: "json", required: true } },
  privileges: [],
  run: ({ context, arguments: values }) => {
    const names = values.value("EntityNames");
    if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
      throw invalidParameter("The parameter 'EntityNames' must be a collection of strings.");
    }
    const counts = names.map((name) => {
      const key = name.toLowerCase();
      if (!context.environment.store.find(ComponentType.Entity, key)) throw recordNotFound("entity", name);
      return context.recordCounts.of(key);
    });
    return { EntityRecordCountCollection: { Count: names.length, IsReadOnly: false, Keys: names, Values: counts } };
  },
};
