import { recordNotFound } from "../../odata/syntaxFault";
import { plainText } from "../../odata/plainText";
import { formattedResults, importResults } from "../importReport";
import type { Message } from "../message";

/** The outcome of an import in a form for programs (fact sheet §5.3). Only finished imports have one. */
export const retrieveSolutionImportResult: Message = {
  name: "RetrieveSolutionImportResult",
  kind: "function",
  parameters: { ImportJobId: { type: "guid", required: true } },
  privileges: ["prvReadImportJob"],
  run: ({ context, arguments: values }) => {
    const id = values.text("ImportJobId");
    const job = context.environment.state.importJobs.find((row) => row.importjobid === id);
    if (!job) throw recordNotFound("importjob", id);
    const results = importResults(plainText(job.data));
    const texts = (kind: string) => results.filter(({ result }) => result === kind).map(({ errorText }) => errorText);
    const errors = texts("failure");
    return {
      SolutionOperationResult: {
        FormattedResults: formattedResults(plainText(job.solutionname), results),
        Type: "Import",
        Status: errors.length > 0 ? "Failed" : "Passed",
        WarningMessages: texts("warning"),
        ErrorMessages: errors,
        ActionLink: { Label: null, Target: null },
      },
    };
  },
};
