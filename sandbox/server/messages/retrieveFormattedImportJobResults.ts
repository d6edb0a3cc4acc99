import { plainText } from "../../odata/plainText";
import { recordNotFound } from "../../odata/syntaxFault";
import { formattedResults, importResults } from "../importReport";
import type { Message } from "../message";

/** The report of an import as an Excel 2003 workbook (fact sheet §5.3). Only finished imports have one. */
export const retrieveFormattedImportJobResults: Message = {
  name: "RetrieveFormattedImportJobResults",
  kind: "function",
  parameters: { ImportJobId: { type: "guid", required: true } },
  privileges: ["prvReadImportJob"],
  run: ({ context, arguments: values }) => {
    const id = values.text("ImportJobId");
    const job = context.environment.state.importJobs.find((row) => row.importjobid === id);
    if (!job) throw recordNotFound("importjob", id);
    const results = importResults(plainText(job.data));
    return { FormattedResults: formattedResults(plainText(job.solutionname), results) };
  },
};
