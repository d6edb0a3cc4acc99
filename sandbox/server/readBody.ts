import type { IncomingMessage } from "node:http";
import { PlatformFault } from "../engine/fault";

/**
 * Reads a request's body as text.
 * @param limit in bytes.
 * @throws PlatformFault 413 as soon as more than that is announced or has come.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  const tooLarge = () => new PlatformFault("0x80060888", `The request is larger than ${limit} bytes.`, 413);
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
