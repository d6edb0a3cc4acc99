import * as React from "react";

/** Words that the parts themselves need, given once for all of them by the app. */
export interface UiTexts {
  readonly close: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly details: string;
  readonly retry: string;
  readonly cancel: string;
  readonly dismiss: string;
  readonly moreCommands: string;
  readonly clearSearch: string;
  readonly sortedAscending: string;
  readonly sortedDescending: string;
  readonly loading: string;
  readonly opensInNewWindow: string;
}

/** What a part may do to the world outside; given once as well. */
export interface UiPorts {
  readonly texts: UiTexts;
  /** @returns false where the browser refused. */
  readonly copyText: (text: string) => Promise<boolean>;
  readonly openAddress: (url: string) => void;
}

const UiContext = React.createContext<UiPorts | undefined>(undefined);

export const UiProvider = UiContext.Provider;

/** @throws Error where a part is used outside `UiProvider`. */
export function useUi(): UiPorts {
  const ports = React.useContext(UiContext);
  if (!ports) throw new Error("A part of ui/ needs UiProvider around it");
  return ports;
}
