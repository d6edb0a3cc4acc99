import { type Fact, type FactFailure, readFact } from "../../domain/health/fact";
import { present } from "../../domain/present";
import { concernsOneRead, type DataverseError } from "../errors";

/** An error as the reason why a fact is not there. */
export const toFailure = ({ kind, code, serverText, privilege }: DataverseError): FactFailure => ({
  kind,
  ...present({ code, serverText, privilege }),
});

export const failedFact = (error: DataverseError, at: Date): Fact<never> => ({
  status: "failed",
  failure: toFailure(error),
  readAt: at,
});

/**
 * What a read brings, or why it did not: each part fails by itself.
 * @throws DataverseError "cancelled" or "signedOut", which concern all of them
 */
export async function readAsFact<T>(read: () => Promise<T>, now: () => Date): Promise<Fact<T>> {
  try {
    return readFact(await read(), now());
  } catch (error) {
    if (!concernsOneRead(error)) throw error;
    return failedFact(error, now());
  }
}
