import type { Failure, Resource } from "../state/model";

/** What can be shown now: the value, or the one of before while it is read again or has failed. */
export function shown<T>(resource: Resource<T>): T | undefined {
  switch (resource.status) {
    case "ready":
      return resource.value;
    case "loading":
    case "failed":
      return resource.previous;
    case "idle":
      return undefined;
  }
}

export function failureOf(resource: Resource<unknown>): Failure | undefined {
  return resource.status === "failed" ? resource.failure : undefined;
}

export function isLoading(resource: Resource<unknown>): boolean {
  return resource.status === "loading";
}
