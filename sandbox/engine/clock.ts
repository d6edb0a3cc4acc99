/** A moment as the Web API writes it: UTC, without milliseconds (fact sheet §1.2). */
export function utcText(moment: Date): string {
  return moment.toISOString().replace(/\.\d{3}Z$/, "Z");
}
