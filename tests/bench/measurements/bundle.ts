import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { atMost, type Measurement } from "../measurement";
import { builtControl } from "../repository";

const KB = 1000;

/** What a browser has to load: the production bundle as it lies in the solution, and as servers send it. */
export const bundle: Measurement = {
  name: "bundle",
  title: "Production bundle",
  measure() {
    const content = readFileSync(join(builtControl(), "bundle.js"));
    return Promise.resolve({
      figures: [
        { name: "minified", value: content.length / KB, unit: "KB", aim: atMost(120) },
        { name: "gzip", value: gzipSync(content, { level: 9 }).length / KB, unit: "KB", aim: atMost(40) },
      ],
    });
  },
};
