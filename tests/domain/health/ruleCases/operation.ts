import { A, ago, done, factsOf, FAILED, MICROSOFT, type RuleCases, uninstalled } from "../factSamples";
import { solution } from "../../solutionSamples";

const staged = solution("A_Upgrade", { version: "2.0", installedOn: ago(2) });
const failed = { result: "failed", errorCode: "0x8004F01F" } as const;
const running = (days: number) => {
  const { endedOn: _endedOn, ...row } = done("A", days, { status: "running", result: "running" });
  return row;
};
const solutions = [A];
const withHistory = (...history: ReturnType<typeof done>[]) => factsOf({ solutions, history });
const unread = { "the history could not be read": factsOf({ solutions, history: FAILED }) };

export const operationCases: RuleCases = {
  lastOperationFailed: {
    found: [
      withHistory(done("A", 2, failed), done("A", 9)),
      { act: "update", version: "1.0.0.0", errorCode: "0x8004F01F" },
    ],
    clean: {
      "a later one went well": withHistory(done("A", 1), done("A", 2, failed)),
      "it was another solution's": withHistory(done("B", 1, failed)),
      "nothing is known of it": withHistory(),
    },
    unknown: { ...unread, "the last one has no result": withHistory(done("A", 1, { result: "unknown" })) },
  },
  failedRecently: {
    found: [withHistory(done("A", 1), done("A", 2, failed)), { failures: 1, days: 30 }],
    clean: {
      "it is long ago": withHistory(done("A", 1), done("A", 40, failed)),
      "it is the last one, which another rule tells": withHistory(done("A", 1, failed)),
      "the solution was taken away in the end": withHistory(uninstalled("B", 1), done("B", 2, failed)),
    },
    unknown: unread,
  },
  operationRunning: {
    found: [withHistory(running(0.05)), { act: "update", version: "1.0.0.0" }],
    clean: {
      "it is over": withHistory(done("A", 0.05)),
      "a later one proves that it is over": withHistory(done("A", 0.01), running(0.05)),
      "it runs too long, which another rule tells": withHistory(running(1)),
    },
    unknown: unread,
  },
  operationStuck: {
    found: [withHistory(running(1)), { act: "update", version: "1.0.0.0", hours: 24 }],
    clean: { "it has just begun": withHistory(running(0.05)), "it is over": withHistory(done("A", 1)) },
    unknown: unread,
  },
  upgradeLeftOver: {
    found: [
      factsOf({ solutions: [A, staged], history: [done("A_Upgrade", 1, failed)] }),
      { version: "2.0", because: "failed" },
    ],
    clean: {
      "it can be applied": factsOf({ solutions: [A, staged], history: [done("A_Upgrade", 1)] }),
      "there is none": withHistory(),
    },
    unknown: { "the solutions could not be read": factsOf({ solutions: FAILED }) },
  },
  upgradeWaiting: {
    found: [factsOf({ solutions: [A, staged], history: [done("A_Upgrade", 1)] }), { version: "2.0" }],
    clean: {
      "it cannot be applied, which another rule tells": factsOf({
        solutions: [A, staged],
        history: [done("A_Upgrade", 1, failed)],
      }),
      "it is being applied": factsOf({ solutions: [A, staged], history: [running(0.01)] }),
    },
    unknown: { "the solutions could not be read": factsOf({ solutions: FAILED }) },
  },
  upgradeWithoutBase: {
    found: [factsOf({ solutions: [staged] }), { base: "A", version: "2.0" }],
    clean: { "its base is there": factsOf({ solutions: [A, staged] }) },
    unknown: { "the solutions could not be read": factsOf({ solutions: FAILED }) },
  },
  reinstalled: {
    found: [
      withHistory(done("A", 2, { suboperation: "New" }), uninstalled("A", 3), done("A", 50)),
      { uninstalledOn: ago(3), installedOn: ago(2), version: "1.0.0.0" },
    ],
    clean: {
      "it is long ago": withHistory(done("A", 100, { suboperation: "New" }), uninstalled("A", 101)),
      "the uninstall failed": withHistory(
        done("A", 2, { suboperation: "New" }),
        uninstalled("A", 3, { result: "failed" }),
      ),
      "the uninstall is part of an upgrade": withHistory(
        done("A", 2, { suboperation: "New" }),
        uninstalled("A", 3, { suboperation: "Upgrade" }),
      ),
      "it was unmanaged, and its components stayed": withHistory(
        done("A", 2, { suboperation: "New" }),
        uninstalled("A", 3, { managed: false }),
      ),
      "a staged upgrade was taken back": withHistory(
        done("A", 1, { suboperation: "Upgrade" }),
        uninstalled("A_Upgrade", 2),
        done("A_Upgrade", 3),
        done("A", 50),
      ),
      "the uninstall applied what was staged, in whatever words": withHistory(
        done("A", 1, { suboperation: "Upgrade" }),
        uninstalled("A", 2),
        done("A_Upgrade", 3),
      ),
      "an update followed, so it was never gone": withHistory(done("A", 2), uninstalled("A", 3)),
      "it is Microsoft's": factsOf({
        solutions: [{ ...A, publisher: MICROSOFT }],
        history: [done("A", 2, { suboperation: "New" }), uninstalled("A", 3)],
      }),
      "it was uninstalled and is not there": factsOf({ solutions: [], history: [uninstalled("A", 3)] }),
    },
    unknown: unread,
  },
  versionLowered: {
    found: [
      withHistory(done("A", 2, { version: "1.9" }), done("A", 3, { version: "1.10" })),
      { from: "1.10", to: "1.9" },
    ],
    clean: {
      "versions rise": withHistory(done("A", 2, { version: "1.10" }), done("A", 3, { version: "1.9" })),
      "the higher one was uninstalled between": withHistory(
        done("A", 1, { version: "1.0" }),
        uninstalled("A", 2),
        done("A", 3, { version: "2.0" }),
      ),
      "the import failed": withHistory(done("A", 2, { version: "1.0", ...failed }), done("A", 3, { version: "2.0" })),
      "the higher one was staged, and taken back": withHistory(
        done("A", 1, { version: "1.5" }),
        uninstalled("A_Upgrade", 2, { version: "2.0" }),
        done("A_Upgrade", 3, { version: "2.0" }),
        done("A", 50, { version: "1.0" }),
      ),
      "it is Microsoft's": factsOf({
        solutions: [{ ...A, publisher: MICROSOFT }],
        history: [done("A", 2, { version: "1.0" }), done("A", 3, { version: "2.0" })],
      }),
    },
    unknown: unread,
  },
  versionRepeated: {
    found: [
      withHistory(done("A", 2, { version: "1.0" }), done("A", 3, { version: "1.0.0.0" })),
      { version: "1.0", times: 2 },
    ],
    clean: {
      "versions rise": withHistory(done("A", 2, { version: "1.1" }), done("A", 3)),
      "it is long ago": withHistory(done("A", 100), done("A", 101)),
    },
    unknown: unread,
  },
};
