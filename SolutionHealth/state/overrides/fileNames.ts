/** Name of a file with the second in it, UTC, such as "override-backup-20260131-120400.json". */
export function datedFileName(stem: string, at: Date): string {
  const [day = "", time = ""] = at.toISOString().split("T");
  return `${stem}-${day.replace(/-/g, "")}-${time.slice(0, 8).replace(/:/g, "")}.json`;
}
