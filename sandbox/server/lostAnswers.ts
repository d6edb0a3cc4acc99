import type { IncomingMessage } from "node:http";
import type { LostAnswer } from "./operationTroubles";
import type { ServerOptions } from "./options";
import { pause } from "./pause";
import type { WebAnswer } from "./webRequest";

/** First segment below the service, without key or parameters. */
const RESOURCE = /^\/api\/data\/v9\.\d\/([^(/?]+)/;

/** Loses answers on their way, as the troubles say. */
export class LostAnswers {
  private readonly happened = new Map<LostAnswer, number>();

  constructor(private readonly options: Pick<ServerOptions, "clock" | "troubles">) {}

  /**
   * @param carryOut the request; not called where it never arrives
   * @returns undefined where the connection is to be closed instead of answering
   */
  async deliver(request: IncomingMessage, carryOut: () => Promise<WebAnswer>): Promise<WebAnswer | undefined> {
    const trouble = this.next(request);
    if (!trouble) return carryOut();
    if (trouble.how === "dropped") return undefined;
    const answer = carryOut();
    const { clock } = this.options;
    if (trouble.how === "held") {
      const late = await answer;
      await pause(clock, trouble.after ?? 0);
      return late;
    }
    await (trouble.after === undefined ? answer : Promise.race([answer, pause(clock, trouble.after)]));
    return undefined;
  }

  private next(request: IncomingMessage): LostAnswer | undefined {
    const resource = RESOURCE.exec(request.url ?? "")?.[1] ?? "";
    const trouble = this.options.troubles.lostAnswers[`${request.method ?? ""} ${resource}`];
    if (!trouble) return undefined;
    const happened = (this.happened.get(trouble) ?? 0) + 1;
    this.happened.set(trouble, happened);
    return happened > (trouble.times ?? Number.POSITIVE_INFINITY) ? undefined : trouble;
  }
}
