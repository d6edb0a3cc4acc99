import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { EnvironmentStore } from "../store/environmentStore";
import type { StoredComponent, StoredUser } from "../store/model";
import { notFound } from "./faults";
import type { Work } from "./work";

function requireUser(store: EnvironmentStore, id: Guid): StoredUser {
  const user = store.state.users.find((known) => known.id === id);
  if (!user) throw notFound(`systemuser With Id = ${id}`);
  return user;
}

/** Gives a component's row to another user, disabled or not. @throws 404 */
export function assignOwner(work: Work, component: StoredComponent, ownerId: Guid): void {
  requireUser(work.store, ownerId);
  const { userId } = work.caller;
  work.store.putComponent({ ...component, ownerId, modifiedOn: work.at, modifiedBy: userId });
}

/** @throws 404 */
export function setUserDisabled(store: EnvironmentStore, id: Guid, disabled: boolean): void {
  const user = requireUser(store, id);
  store.state.users = store.state.users.map((other) => (other === user ? { ...user, disabled } : other));
}
