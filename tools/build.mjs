// Builds the production control into out/controls. Development builds use eval, which the strict content security
// policy of model-driven apps forbids, so there is no other kind.
import { run } from "./run.mjs";

process.exit(await run("pcf-scripts", ["build", "--buildMode", "production"], { PP_TOOLS_TELEMETRY_OPTOUT: "1" }));
