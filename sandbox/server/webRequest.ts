import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import { invalidParameter } from "../odata/syntaxFault";
import type { Row } from "../store/model";

/** One Web API request: from a socket, or from inside a batch. */
export interface WebRequest {
  readonly method: string;
  /** Path below `/api/data/v9.2/`, percent-encoded as sent. */
  readonly path: string;
  /** Query string as sent, without the question mark. */
  readonly search: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Address of the service, with the slash at its end. */
  readonly baseUrl: string;
}

export interface WebAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const JSON_HEADERS = { "Content-Type": "application/json; odata.metadata=minimal", "OData-Version": "4.0" };

/** A JSON answer with the headers that the Web API gives. */
export function jsonAnswer(body: Row, status = 200, headers: Readonly<Record<string, string>> = {}): WebAnswer {
  return { status, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(body) };
}

export function emptyAnswer(headers: Readonly<Record<string, string>> = {}): WebAnswer {
  return { status: 204, headers: { "OData-Version": "4.0", ...headers }, body: "" };
}

/** Reads a JSON object; an empty body counts as `{}`. @throws PlatformFault 400, 0x80048d19. */
export function jsonBody(request: WebRequest): Row {
  if (request.body.trim() === "") return {};
  let value: PropertyValue;
  try {
    value = JSON.parse(request.body) as PropertyValue;
  } catch {
    throw invalidParameter("An error occurred while reading the JSON payload.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalidParameter("The JSON payload must be an object.");
  }
  return value;
}
