import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeFolder } from "./fakeOutside";

export interface StandInPac {
  /** Path of the executable. */
  readonly path: string;
  /** Argument vectors of its calls, in order. */
  readonly calls: () => Promise<string[][]>;
}

/** What the executable prints and does besides recording; a body of JavaScript with `args` and `fs` at hand. */
const BEHAVIOUR = `
const valueOf = (name) => args[args.indexOf(name) + 1];
const command = args.slice(0, 2).join(" ");
if (command === "solution pack") fs.writeFileSync(valueOf("--zipFile"), "packed by the stand-in");
if (command === "solution unpack") {
  fs.mkdirSync(valueOf("--folder") + "/Other", { recursive: true });
  fs.writeFileSync(valueOf("--folder") + "/Other/Solution.xml", "<ImportExportXml />");
}
if (command === "solution check") {
  fs.mkdirSync(valueOf("--outputDirectory"), { recursive: true });
  fs.writeFileSync(valueOf("--outputDirectory") + "/report.sarif", "{}");
  console.log("Status: Finished");
}
`;

/** An executable that records its arguments, one JSON array a line, and leaves behind what the real one would. */
export async function standInPac(failsWith?: string): Promise<StandInPac> {
  const folder = await makeFolder();
  const path = join(folder, "pac");
  const record = join(folder, "calls.jsonl");
  const script = `#!${process.execPath}
const fs = require("node:fs");
const args = process.argv.slice(2);
fs.appendFileSync(${JSON.stringify(record)}, JSON.stringify(args) + "\\n");
${failsWith === undefined ? BEHAVIOUR : `console.error(${JSON.stringify(failsWith)}); process.exitCode = 1;`}
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  return {
    path,
    calls: async () => {
      const lines = (await readFile(record, "utf8")).trim().split("\n");
      return lines.map((line) => JSON.parse(line) as string[]);
    },
  };
}
