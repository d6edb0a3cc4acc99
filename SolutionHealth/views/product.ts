import * as React from "react";
import type { AppState, AppStore } from "../state/model";
import type { Host } from "./host";
import type { Texts } from "./texts";

/** What every view may use: the host's functions, the store with its state, and the words. */
export interface Product extends Texts {
  readonly host: Host;
  readonly store: AppStore;
  /** Without the list of calls, which changes twice a request: a view that needs it follows the store itself. */
  readonly state: Omit<AppState, "calls">;
}

/** Whether nothing but the list of calls has changed. */
export function sameButCalls(before: AppState, after: AppState): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof AppState)[]);
  names.delete("calls");
  return [...names].every((name) => Object.is(before[name], after[name]));
}

export const ProductContext = React.createContext<Product | undefined>(undefined);

/** @throws Error where a view is used outside the app. */
export function useProduct(): Product {
  const product = React.useContext(ProductContext);
  if (!product) throw new Error("A view needs ProductContext around it");
  return product;
}
