import { createInterface } from "node:readline";
import type { HealedStep, Healer } from "./healer";

const HELP =
  'Type "heal" for the next step, "heal all" for all of them, "heal ID" for one, "ailments" for what is left.';

type Say = (line: string) => void;

/** Listens to what is typed while the sandbox runs. */
export function listenForHealing(healer: Healer, input: NodeJS.ReadableStream, say: Say): void {
  const { length } = healer.remaining;
  if (length > 0) say(`It is made to ail in ${length} ways. ${HELP}`);
  // No terminal of its own: Ctrl+C is to end the sandbox.
  const lines = createInterface({ input, terminal: false });
  let last: Promise<void> = Promise.resolve();
  lines.on("line", (line) => {
    last = last.then(() => answer(healer, line, say));
  });
}

/** Does what one line asks for. */
export async function answer(healer: Healer, line: string, say: Say): Promise<void> {
  const [verb = "", what] = line.trim().toLowerCase().split(/\s+/);
  if (verb === "") return;
  if (verb === "ailments") {
    for (const { id, wrong } of healer.remaining) say(`${id}: ${wrong}`);
  } else if (verb !== "heal") {
    say(`"${verb}" is not known here. ${HELP}`);
    return;
  } else if (what === "all") {
    while (healer.remaining.length > 0) tell(await healer.heal(), say);
  } else if (healer.remaining.length > 0) {
    const step = await healer.heal(what);
    if (step) tell(step, say);
    else say(`Nothing that is left to heal is called "${what ?? ""}".`);
  }
  const { length } = healer.remaining;
  say(length === 0 ? "Nothing is left to heal. Refresh the page." : `${length} left. Refresh the page to see it.`);
}

function tell(step: HealedStep | undefined, say: Say): void {
  if (!step) return;
  const { ailment, problem } = step;
  say(`${ailment.id}: ${ailment.wrong}`);
  say(`  ${problem === undefined ? `Healed: ${ailment.remedy}.` : `Not done: ${problem}`}`);
}
