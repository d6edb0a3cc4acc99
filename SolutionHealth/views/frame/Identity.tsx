import * as React from "react";
import type { EnvironmentKind } from "../../domain/model/environment";
import { Badge } from "../../ui/Badge";
import { Heading, Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { shown } from "../resource";

const KIND_WORDS: Readonly<Record<EnvironmentKind, string>> = {
  production: "Environment_Production",
  sandbox: "Environment_Sandbox",
  developer: "Environment_Developer",
  trial: "Environment_Trial",
  default: "Environment_Default",
  teams: "Environment_Teams",
  unknown: "Environment_Unknown",
};

/** Which environment this is, of what kind, and who is looking: never out of sight. */
export function Identity(): React.ReactElement {
  const { t, state, host } = useProduct();
  const environment = shown(state.environment);
  const user = shown(state.user)?.name ?? host.userName;
  return (
    <>
      <Heading level={1}>{t("Product_Name")}</Heading>
      {environment && (
        <>
          <span>{environment.name}</span>
          <Badge look={lookOf(environment.kind)}>{t(KIND_WORDS[environment.kind])}</Badge>
          <Muted>{environment.version}</Muted>
        </>
      )}
      {user && <Muted>{user}</Muted>}
    </>
  );
}

/** The default environment is as live as production: everybody in the tenant works in it. */
function lookOf(kind: EnvironmentKind): "alarm" | "accent" | "quiet" {
  if (kind === "production" || kind === "default") return "alarm";
  return kind === "unknown" ? "quiet" : "accent";
}
