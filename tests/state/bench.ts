import { createAppStore } from "../../SolutionHealth/state/appStore";
import type { AppStore } from "../../SolutionHealth/state/model";
import { type FakeClock, createFakeClock, settle } from "../dataverse/fakeClock";
import { API, BASE_URL, type SentRequest, createFakeServer, json, rows } from "../dataverse/fakeServer";

export const USER_ID = "86928ed8-df37-4ce2-add5-47030a833bff";
export const SOLUTION_ID = "aa47dc6c-bf13-490b-a007-1da95a0d1e3f";

/** An id that is one. @param number below 10,000 */
export const guid = (number: number): string => `00000000-0000-0000-0000-${String(number).padStart(12, "0")}`;

export interface Bench {
  readonly store: AppStore;
  readonly clock: FakeClock;
  /** Requests that wait for an answer, by a piece of their decoded address. */
  open(piece?: string): SentRequest[];
  /** All addresses asked, decoded, without the root. */
  asked(): string[];
  /** Answers every open request whose decoded address holds the piece, then lets things go on. */
  answer(piece: string, response: () => Response): Promise<void>;
  /** Answers everything open with something fitting until nothing is open. */
  answerAll(): Promise<void>;
}

export function createBench(userId: string | undefined = `{${USER_ID.toUpperCase()}}`): Bench {
  const server = createFakeServer();
  const clock = createFakeClock();
  const store = createAppStore({ clientUrl: BASE_URL, fetch: server.fetch, clock, ...(userId && { userId }) });
  const pathOf = ({ url }: SentRequest): string => decodeURIComponent(url.slice(API.length));
  const open = (piece = ""): SentRequest[] => server.open().filter((request) => pathOf(request).includes(piece));

  return {
    store,
    clock,
    open,
    asked: () => server.requests.map(pathOf),
    async answer(piece, response) {
      await settle();
      const requests = open(piece);
      if (requests.length === 0) throw new Error(`Nothing open for ${piece}`);
      requests.forEach((request) => request.answer(response()));
      await settle();
    },
    async answerAll() {
      await settle();
      for (let requests = open(); requests.length > 0; requests = open()) {
        requests.forEach((request) => request.answer(fitting(pathOf(request))));
        await settle();
      }
    },
  };
}

function fitting(path: string): Response {
  if (path.startsWith("RetrieveCurrentOrganization")) return json({ Detail: { OrganizationId: USER_ID } });
  if (path.startsWith("WhoAmI")) return json({ UserId: USER_ID });
  if (path.includes("RetrieveUserSetOfPrivilegesByNames")) return json({ RolePrivileges: [] });
  if (path.startsWith("systemusers")) return json({ fullname: "Ann" });
  return rows([]);
}
