interface Listener {
  listen(port: number): Promise<number>;
}

const PORTS_TO_TRY = 50;

/**
 * Listens on the port, or on the next free one.
 * @returns the port
 * @throws {Error} one sentence, when no port near it is free.
 */
export async function listenNear(server: Listener, port: number): Promise<number> {
  for (let next = port; next < Math.min(port + PORTS_TO_TRY, 65_536); next += 1) {
    try {
      return await server.listen(next);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    }
  }
  throw new Error(`No free port from ${port} on: give another with --port.`);
}
