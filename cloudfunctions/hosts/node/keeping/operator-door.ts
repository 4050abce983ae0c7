// The operator's door of a server on the embedded database: the file is this process's alone, so what commands want of it has to be asked for.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { StartProblem } from '#server/hosts/node/environment';

/** Where the door is and the word that opens it; whoever may read the data folder has the data anyway. */
interface Door {
  readonly port: number;
  readonly token: string;
}

const doorFile = (databasePath: string): string => join(dirname(databasePath), 'operator.json');

function isKnown(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function answer(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(value));
}

function sayWhy(response: ServerResponse, error: unknown): void {
  answer(response, 503, { words: error instanceof Error ? error.message : String(error) });
}

/** What a server does for an operator. */
export interface Services {
  /** Makes a copy of the database under this name. */
  snapshot(path: string): Promise<void>;
  /** The link that signs a browser in as the owner of a community; null where there is no such community. */
  ownerLink(communityId: string): Promise<string | null>;
}

const LINK_PATH = '/owner-link/';

async function makeCopy(services: Services, databasePath: string, response: ServerResponse): Promise<void> {
  const copy = `${databasePath}.copy-${randomBytes(6).toString('hex')}`;
  try {
    await services.snapshot(copy);
    answer(response, 200, { copy });
  } catch (error) {
    await rm(copy, { force: true });
    sayWhy(response, error);
  }
}

async function makeLink(services: Services, communityId: string, response: ServerResponse): Promise<void> {
  try {
    answer(response, 200, { link: await services.ownerLink(communityId) });
  } catch (error) {
    sayWhy(response, error);
  }
}

/**
 * Opens the door: on this machine only, on a port of its own, with a word that stands in a file that only the server's account may read.
 * Whoever asks for a copy is given the name of a fresh one beside the database, and removes it.
 */
export async function openDoor(services: Services, databasePath: string): Promise<{ close(): Promise<void> }> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer(async (request, response) => {
    request.resume();
    if (!isKnown(request, token)) return answer(response, 404, {});
    const { url = '/' } = request;
    if (url.startsWith(LINK_PATH)) return makeLink(services, url.slice(LINK_PATH.length), response);
    return makeCopy(services, databasePath, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const door: Door = { port: (server.address() as AddressInfo).port, token };
  const file = doorFile(databasePath);
  try {
    await rm(file, { force: true });
    await writeFile(file, JSON.stringify(door), { mode: 0o600 });
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    async close() {
      await rm(file, { force: true });
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Asks the server that has a database; null when none is there. */
async function knock(databasePath: string, path: string): Promise<Record<string, unknown> | null> {
  let door: Door;
  let response: Response;
  try {
    door = JSON.parse(await readFile(doorFile(databasePath), 'utf8'));
    const headers = { authorization: `Bearer ${door.token}` };
    response = await fetch(`http://127.0.0.1:${door.port}${path}`, { method: 'POST', headers });
  } catch {
    // No such file, or one that a killed server left behind.
    return null;
  }
  // Another program may have the port of a server that was killed.
  return response.status === 404 ? null : response.json();
}

/**
 * Asks the server that has a database for a copy.
 * @returns where the copy lies; null when no server is there
 * @throws StartProblem with the server's own words when it could not make one
 */
export async function askForCopy(databasePath: string): Promise<string | null> {
  const answered = await knock(databasePath, '/');
  if (answered === null) return null;
  const { copy, words } = answered as { copy?: string; words?: string };
  if (copy === undefined) throw new StartProblem(words ?? '服务器没能做出副本。/ The server could not make a copy.');
  return copy;
}

/**
 * Asks the server that has a database for the link that signs a browser in as the owner of a community.
 * @returns the link, null within where there is no such community; null when no server is there
 * @throws StartProblem with the server's own words when it could not make one
 */
export async function askForOwnerLink(databasePath: string, communityId: string): Promise<{ readonly link: string | null } | null> {
  const answered = await knock(databasePath, `${LINK_PATH}${encodeURIComponent(communityId)}`);
  if (answered === null) return null;
  const { link, words } = answered as { link?: string | null; words?: string };
  if (link === undefined) throw new StartProblem(words ?? '服务器没能做出链接。/ The server could not make a link.');
  return { link };
}
