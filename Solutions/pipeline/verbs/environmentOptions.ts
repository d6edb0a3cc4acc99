import { type Command, Option } from "commander";
import { SIGN_IN_METHODS, type SignInMethod } from "../connect/signIn";

/** Options of every verb that changes an environment. */
export interface EnvironmentOptions {
  readonly environment: string;
  readonly signIn?: SignInMethod;
  readonly wait: boolean;
  readonly json: boolean;
}

/** Adds them. Secrets are taken from environment variables only. */
export function withEnvironmentOptions(command: Command): Command {
  const signIn = new Option(
    "--sign-in <method>",
    "how to sign in (default: what the AZURE_ variables point to, else the Azure CLI); not needed on this machine",
  );
  return command
    .requiredOption("--environment <url>", "address of the environment, e.g. https://contoso.crm4.dynamics.com")
    .addOption(signIn.choices(SIGN_IN_METHODS))
    .option("--wait", "follow the operation to its end", false)
    .option("--json", "print the result as JSON", false);
}
