// Stands between a client and a server on this machine and counts how often the client speaks after the server has answered.
import { connect, createServer, type Socket } from 'node:net';
import { freePort } from './postgres-server';

/** A way to a server on which round trips are counted. */
export interface CountedWay {
  readonly port: number;
  roundTrips(): number;
  close(): Promise<void>;
}

/** Opens a counted way to a port of this machine. */
export async function countRoundTrips(target: number): Promise<CountedWay> {
  let trips = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    let isServersTurn = false;
    client.on('data', (part) => {
      if (!isServersTurn) trips += 1;
      isServersTurn = true;
      upstream.write(part);
    });
    upstream.on('data', (part) => {
      isServersTurn = false;
      client.write(part);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    roundTrips: () => trips,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
