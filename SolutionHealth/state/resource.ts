import type { Failure, Progress, Resource } from "./model";

/** The value on the screen: the one read last, also while it is read again or after that failed. */
export function latest<T>(resource: Resource<T>): T | undefined {
  if (resource.status === "ready") return resource.value;
  return resource.status === "idle" ? undefined : resource.previous;
}

export const ready = <T>(value: T, at: Date): Resource<T> => ({ status: "ready", value, at });

export function loading<T>(previous: T | undefined, progress?: Progress): Resource<T> {
  return {
    status: "loading",
    ...(previous !== undefined && { previous }),
    ...(progress !== undefined && { progress }),
  };
}

export function failed<T>(failure: Failure, previous: T | undefined): Resource<T> {
  return { status: "failed", failure, ...(previous !== undefined && { previous }) };
}
