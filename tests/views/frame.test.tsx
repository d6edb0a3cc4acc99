/** @jest-environment jsdom */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import type { CallRecord } from "../../SolutionHealth/state/model";
import { failure, ready, show, solution } from "./fakes";

expect.extend(toHaveNoViolations);

const call = (number: number, parts: Partial<CallRecord> = {}): CallRecord => ({
  id: number,
  method: "GET",
  path: `/api/data/v9.2/solutions?page=${number}`,
  startedAt: new Date("2026-01-01T10:00:00Z"),
  duration: 120,
  status: 200,
  bytes: 2048,
  retries: 0,
  ...parts,
});

describe("the frame", () => {
  it("keeps environment, kind, version and user in sight", () => {
    show();
    const head = within(screen.getByRole("banner"));
    for (const text of ["Contoso Prod", "Production", "9.2.1", "Ann Beck"]) expect(head.getByText(text)).toBeVisible();
  });

  it("shows the host's user until the environment has answered", () => {
    show({ user: { status: "loading" } }, { userName: "Ann of the host" });
    expect(screen.getByText("Ann of the host")).toBeVisible();
  });

  it("keeps the list when the environment would not say who it is", () => {
    const { store } = show({
      environment: { status: "failed", failure: failure({ kind: "network" }) },
      solutions: ready([solution(1)]),
    });
    expect(screen.getByRole("rowheader")).toHaveTextContent("Solution 1");
    expect(screen.getByText(/could not be reached/)).toBeVisible();
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(store.retry).toHaveBeenCalledWith("environment");
  });

  it("reads again on Refresh", () => {
    const { store } = show();
    fireEvent.click(screen.getByRole("button", { name: "Refresh" }));
    expect(store.refresh).toHaveBeenCalledTimes(1);
  });

  it("says for how many seconds the server asked to wait, and stops saying so", () => {
    const { store } = show({ throttledFor: 17 });
    expect(screen.getByText("The environment asked for a pause of 17 seconds.")).toBeVisible();
    const { throttledFor: _over, ...rest } = store.getState();
    act(() => store.replace(rest));
    expect(screen.queryByText(/asked for a pause/)).not.toBeInTheDocument();
  });

  it("counts the calls and lists them, newest first, with their totals", () => {
    show({ calls: [call(1), call(2, { retries: 2 })] });
    fireEvent.click(screen.getByRole("button", { name: "Calls 2" }));
    const card = within(screen.getByRole("dialog", { name: "Calls to the environment" }));
    expect(card.getByText("2 calls · 240 ms in all · 4 KB received · repeated: 2")).toBeInTheDocument();
    expect(card.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual([
      "solutions?page=2",
      "solutions?page=1",
    ]);
  });

  it("says of a call without an answer that it is running", () => {
    const { duration: _d, status: _s, bytes: _b, ...running } = call(1);
    show({ calls: [running] });
    fireEvent.click(screen.getByRole("button", { name: "Calls 1" }));
    expect(screen.getByText("running")).toBeInTheDocument();
  });

  it("keeps a fault of its own inside the page, with a way to go on", () => {
    jest.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = { ...solution(1), displayName: {} as never };
    const { store } = show({ solutions: ready([broken]) });
    expect(screen.getByText("This part of Solution Health has stopped.")).toBeVisible();
    expect(screen.getByRole("banner")).toBeVisible();
    act(() => store.set({ solutions: ready([solution(1)]) }));
    fireEvent.click(screen.getByRole("button", { name: "Retry" }));
    expect(screen.getByRole("rowheader")).toHaveTextContent("Solution 1");
    jest.restoreAllMocks();
  });

  it.each([
    ["ltr", { rightToLeft: false }],
    ["rtl", { rightToLeft: true }],
  ])("turns its direction to %s with the host", (direction, host) => {
    const { container } = show({}, host);
    expect(container.firstElementChild).toHaveAttribute("dir", direction);
  });

  it("has no accessibility violation with the calls open", async () => {
    const { baseElement } = show({ calls: [call(1)], throttledFor: 3 });
    fireEvent.click(screen.getByRole("button", { name: "Calls 1" }));
    expect(await axe(baseElement)).toHaveNoViolations();
  });
});
