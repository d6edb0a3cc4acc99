import { ExecutionBudget } from "../../SolutionHealth/dataverse/executionBudget";

const WINDOW = 300_000;
/** Service protection (fact sheet §10). */
const EXECUTION_LIMIT = 1_200_000;
const REQUEST_LIMIT = 6_000;

/** The budget, and how to let time pass for it. */
function created(): { budget: ExecutionBudget; now: () => number; pass: (milliseconds: number) => void } {
  let now = 0;
  const budget = new ExecutionBudget({ now: () => now, after: () => () => undefined });
  return { budget, now: () => now, pass: (milliseconds) => void (now += milliseconds) };
}

interface Sent {
  readonly at: number;
  readonly cost: number;
}

/** Runs as many requests as the budget allows for twenty minutes. */
function spend(milliseconds: number, most: number): readonly Sent[] {
  const { budget, now, pass } = created();
  const sent: Sent[] = [];
  const running: { until: number; settle: (cost: number) => void }[] = [];
  for (; now() < 1_200_000; pass(10)) {
    for (const request of running.splice(0)) {
      if (request.until <= now()) request.settle(milliseconds);
      else running.push(request);
    }
    while (running.length < Math.min(most, budget.atOnce())) {
      running.push({ until: now() + milliseconds, settle: budget.charge(1) });
      sent.push({ at: now(), cost: milliseconds });
    }
  }
  return sent;
}

function mostInAWindow(sent: readonly Sent[], measure: (one: Sent) => number): number {
  let most = 0;
  let sum = 0;
  let first = 0;
  for (const one of sent) {
    sum += measure(one);
    for (let oldest = sent[first]; oldest && oldest.at <= one.at - WINDOW; oldest = sent[first]) {
      sum -= measure(oldest);
      first += 1;
    }
    most = Math.max(most, sum);
  }
  return most;
}

describe("ExecutionBudget", () => {
  it.each([340, 1_000, 4_000])("keeps any 300 seconds well below the limit when a read takes %d ms", (cost) => {
    const most = mostInAWindow(spend(cost, 24), (one) => one.cost);
    expect(most).toBeLessThan(0.85 * EXECUTION_LIMIT);
    // Not by sending next to nothing.
    expect(most).toBeGreaterThan(0.7 * EXECUTION_LIMIT);
  });

  it("keeps the limit of requests by the same figure when answers take next to nothing", () => {
    const most = mostInAWindow(spend(10, 24), () => 1);
    expect(most).toBeLessThan(0.85 * REQUEST_LIMIT);
    expect(most).toBeGreaterThan(0.7 * REQUEST_LIMIT);
  });

  it("allows many at once while there is plenty, and two or three when the stroke is spent", () => {
    const { budget } = created();
    expect(budget.atOnce()).toBeGreaterThan(24);
    budget.charge(1)(210_000);
    expect(budget.atOnce()).toBe(2);
  });

  it("takes out what is under way before its end is known", () => {
    const { budget } = created();
    budget.charge(1)(1_000);
    const before = budget.atOnce();
    for (let each = 0; each < 50; each += 1) budget.charge(4);
    expect(budget.atOnce()).toBeLessThan(before - 10);
  });

  it("allows none when others have overdrawn it, and says how long until one", () => {
    const { budget, pass } = created();
    budget.charge(1)(230_000);
    expect(budget.atOnce()).toBe(0);
    const wait = budget.untilOne();
    pass(wait - 1);
    expect(budget.atOnce()).toBe(0);
    pass(1);
    expect(budget.atOnce()).toBe(1);
  });

  it("goes on with the steady income when the server says that it is used up", () => {
    const { budget } = created();
    budget.useUp();
    expect([budget.atOnce(), budget.untilOne()]).toEqual([2, 0]);
  });

  it("fills again up to one stroke and no further", () => {
    const { budget, pass } = created();
    const full = budget.atOnce();
    budget.useUp();
    pass(84_000);
    expect(budget.atOnce()).toBe(full);
    pass(WINDOW);
    expect(budget.atOnce()).toBe(full);
  });
});
