import * as React from "react";
import { Notice } from "../ui/Notice";
import type { Product } from "./product";
import { ProductContext } from "./product";

interface ErrorBoundaryState {
  readonly error: Error | undefined;
}

/** Keeps a fault of the product itself in the area where it happened, instead of blanking the host's page. */
export class ErrorBoundary extends React.Component<Record<never, never>, ErrorBoundaryState> {
  static override readonly contextType = ProductContext;
  override state: ErrorBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): React.ReactNode {
    const { error } = this.state;
    const product = this.context as Product | undefined;
    if (!error) return this.props.children;
    if (!product) return error.message;
    const { t } = product;
    return (
      <Notice
        kind="error"
        title={t("Fault_Title")}
        details={[{ label: t("Detail_Fault"), value: error.stack ?? error.message, long: true }]}
        onRetry={() => this.setState({ error: undefined })}
      >
        {t("Fault_Text")}
      </Notice>
    );
  }
}
