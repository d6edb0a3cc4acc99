import type { APIRequestContext } from "@playwright/test";
import { expect } from "@playwright/test";

/** Calls of the Web API as any other client of the environment would make them while the page is open. */
interface WebApi {
  /** Starts a job and follows it to its end. @throws {Error} of the assertion when it does not succeed */
  run(action: string, body: Readonly<Record<string, unknown>>): Promise<void>;
}

export function webApi(request: APIRequestContext, address: string): WebApi {
  const root = `${address}/api/data/v9.2/`;
  return {
    async run(action, body) {
      const started = await request.post(root + action, { data: body });
      expect(started.status(), await started.text()).toBe(200);
      const answer = (await started.json()) as { AsyncOperationId?: string; AsyncJobId?: string };
      const job = answer.AsyncOperationId ?? answer.AsyncJobId;
      expect(job, "The answer names the job.").toBeDefined();
      const state = async (): Promise<unknown> => {
        const row = await request.get(`${root}asyncoperations(${job})?$select=statecode,statuscode,message`);
        const { statecode, statuscode, message } = (await row.json()) as Record<string, unknown>;
        return statecode === 3 ? { statuscode, message } : "running";
      };
      await expect.poll(state, { timeout: 30_000 }).toMatchObject({ statuscode: 30 });
    },
  };
}
