import type { Clock } from "./options";

/**
 * Waits that end in the order they were begun in. Node keeps its timers in one list for each length, and lets a list that
 * is due go off as a whole: on a busy machine a wait of 5 ms can end before one of 1 ms that was begun with it.
 */
export function inOrder(clock: Clock): Clock["after"] {
  const tasks: (() => void)[] = [];
  let begun = 0;
  return (milliseconds, task) => {
    const place = tasks.push(task);
    clock.after(milliseconds, () => {
      while (begun < place) tasks[begun++]?.();
    });
  };
}
