import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { UserError } from '../errors.ts';

/** Servers of one port, on each loopback address that this machine has. */
export interface Listening {
  readonly port: number;
  close(): void;
}

/** Milliseconds and bytes. Nobody on this machine is slower, or says more. */
const limits = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 500,
  maxHeaderSize: 16_384,
  // The door refuses who sends none.
  requireHostHeader: false,
};

/** A browser opens six for a page; the rest is for other windows. */
const mostConnections = 16;

/** Throws `UserError` where the port is taken. `0` is any free one. */
export async function listenHere(port: number, listener: RequestListener): Promise<Listening> {
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const make = (): Server => {
    const server = createServer(limits, listener).on('connection', (socket) => admit(socket, sockets));
    servers.push(server);
    return server;
  };
  const close = () => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  };
  const own = await listen(make(), '127.0.0.1', port);
  try {
    await listen(make(), '::1', own);
  } catch (error) {
    if (!isAbsent(error)) {
      close();
      throw error;
    }
  }
  return { port: own, close };
}

function admit(socket: Socket, sockets: Set<Socket>): void {
  if (sockets.size >= mostConnections) {
    socket.destroy();
    return;
  }
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
}

/** Gives the port. */
function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? taken(port) : error));
    server.listen({ host, port, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

/** A machine without IPv6. */
function isAbsent(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(code);
}

function taken(port: number): UserError {
  return new UserError({ id: 'review.port', values: { port: String(port) } }, { hint: { id: 'review.port.hint' } });
}
