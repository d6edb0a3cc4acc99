import { DataverseError } from "./errors";

/** Version of the Web API that everything here is written against. */
const API_PATH = "api/data/v9.2/";

/** Longest address that is sent as a plain GET (fact sheet §10: failures are reported from about 2,000). */
export const LONGEST_ADDRESS = 1800;

/** Root of the Web API. @param baseUrl address of the environment, with or without a slash at its end */
export const apiRoot = (baseUrl: string): string => `${baseUrl.replace(/\/+$/, "")}/${API_PATH}`;

/**
 * A link that the server gave (`@odata.nextLink`), to be followed as it stands – but only to the environment itself:
 * the session or the token must not go anywhere else.
 * @throws DataverseError "unreadable" for a link to another origin, or for none at all
 */
export function checkedLink(link: string, root: string): string {
  const target = parse(link, root);
  if (target?.origin !== new URL(root).origin) {
    throw new DataverseError("unreadable", "The server named a next page outside this environment.", {
      serverText: link,
    });
  }
  return /^https?:/i.test(link) ? link : target.href;
}

function parse(link: string, root: string): URL | undefined {
  try {
    return new URL(link, root);
  } catch {
    return undefined;
  }
}
