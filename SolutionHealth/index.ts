import * as React from "react";
import { systemClock } from "./dataverse/clock";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import type { AppStore } from "./state/model";
import { createAppStore } from "./state/appStore";
import { App } from "./views/App";
import type { LastingHost } from "./views/hostAdapter";
import { createLastingHost, readHost } from "./views/hostAdapter";

/** Glue between the framework and the product: no query and no decision lives here. */
export class SolutionHealth implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private host: LastingHost | undefined;
  private store: AppStore | undefined;

  init(context: ComponentFramework.Context<IInputs>): void {
    context.mode.trackContainerResize(true);
    this.host = createLastingHost(context);
    this.store = createAppStore({
      clientUrl: this.host.clientUrl,
      fetch: (address, request) => window.fetch(address, request),
      clock: systemClock,
      ...(context.userSettings.userId ? { userId: context.userSettings.userId } : {}),
    });
    this.store.refresh();
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    if (!this.host || !this.store) return React.createElement(React.Fragment);
    return React.createElement(App, { host: readHost(context, this.host), store: this.store });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    this.store?.dispose();
  }
}
