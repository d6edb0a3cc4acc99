import type { Row } from "../store/model";
import type { ServerContext } from "./context";
import type { MessageArguments } from "./messageArguments";

/** `binary` travels as base64 text; `enum` as `Microsoft.Dynamics.CRM.Type'Member'`. */
export type ParameterType = "string" | "guid" | "integer" | "boolean" | "binary" | "enum" | "json";

export interface Parameter {
  readonly type: ParameterType;
  readonly required?: boolean;
}

export interface MessageCall {
  readonly context: ServerContext;
  readonly arguments: MessageArguments;
  /** Key of the row that a bound message was called on. */
  readonly boundId?: string;
  readonly baseUrl: string;
}

/** One function (GET) or action (POST) of the Web API (fact sheet §6). */
export interface Message {
  /** PascalCase and case-sensitive. */
  readonly name: string;
  readonly kind: "function" | "action";
  /** Entity set whose rows it is called on; absent = unbound. */
  readonly boundTo?: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Names of the privileges that calling it needs (§12; the newer messages' lists are unconfirmed). */
  readonly privileges: readonly string[];
  /** What `@odata.context` names after `$metadata#`; default `Microsoft.Dynamics.CRM.<name>Response`. */
  readonly contextOf?: string;
  /**
   * @returns the body without `@odata.context`, or undefined for 204.
   * @throws PlatformFault
   */
  run(call: MessageCall): Row | undefined;
}
