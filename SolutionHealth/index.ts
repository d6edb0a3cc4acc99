import * as React from "react";
import { systemClock } from "./dataverse/clock";
import type { IInputs, IOutputs } from "./generated/ManifestTypes";
import { createStores } from "./state/stores";
import type { Stores } from "./state/stores";
import { App } from "./views/App";
import type { LastingHost } from "./views/hostAdapter";
import { createLastingHost, readHost } from "./views/hostAdapter";

/** Glue between the framework and the product: no query and no decision lives here. */
export class SolutionHealth implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private host: LastingHost | undefined;
  private stores: Stores | undefined;

  init(context: ComponentFramework.Context<IInputs>): void {
    context.mode.trackContainerResize(true);
    this.host = createLastingHost(context);
    this.stores = createStores({
      clientUrl: this.host.clientUrl,
      fetch: (address, request) => window.fetch(address, request),
      clock: systemClock,
      saveFile: this.host.saveFile,
      ...(context.userSettings.userId ? { userId: context.userSettings.userId } : {}),
    });
    this.stores.store.refresh();
    this.stores.health.refresh();
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    if (!this.host || !this.stores) return React.createElement(React.Fragment);
    return React.createElement(App, { host: readHost(context, this.host), ...this.stores });
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    this.stores?.health.dispose();
    this.stores?.overrides.dispose();
    this.stores?.dependents.dispose();
    this.stores?.rollback.dispose();
    this.stores?.release.dispose();
    this.stores?.jobs.dispose();
    this.stores?.plan.dispose();
    this.stores?.memory.dispose();
    this.stores?.store.dispose();
  }
}
