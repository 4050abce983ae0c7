// A Redis server of a bench's own, where there is one on PATH, and the few words of its language that a board takes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../workshop/postgres-server';
import { findProgram } from './find-program';

type Answer = string | number | null | readonly Answer[];

/** A running server and one connection to it. */
export interface Redis {
  readonly version: string;
  /** Sends commands in one go and gives their answers. */
  ask(...commands: readonly (readonly (string | number)[])[]): Promise<readonly Answer[]>;
  stop(): Promise<void>;
}

/** Reads one answer at a place of what has come; null while it is not whole. */
function readAnswer(text: Buffer, at: number): { readonly answer: Answer; readonly next: number } | null {
  const end = text.indexOf('\r\n', at);
  if (end < 0) return null;
  const kind = String.fromCharCode(text[at] ?? 0);
  const line = text.toString('latin1', at + 1, end);
  const next = end + 2;
  if (kind === ':') return { answer: Number(line), next };
  if (kind === '-') throw new Error(`Redis: ${line}`);
  if (kind === '$') {
    const length = Number(line);
    if (length < 0) return { answer: null, next };
    return text.length < next + length + 2 ? null : { answer: text.toString('utf8', next, next + length), next: next + length + 2 };
  }
  if (kind !== '*') return { answer: line, next };
  const parts: Answer[] = [];
  let place = next;
  for (let left = Number(line); left > 0; left -= 1) {
    const part = readAnswer(text, place);
    if (part === null) return null;
    parts.push(part.answer);
    place = part.next;
  }
  return { answer: parts, next: place };
}

/** One connection. Only one question is under way at a time. */
function talk(socket: Socket): Redis['ask'] {
  return (...commands) =>
    new Promise((resolve, reject) => {
      let come = Buffer.alloc(0);
      let at = 0;
      const answers: Answer[] = [];
      const hear = (piece: Buffer): void => {
        come = Buffer.concat([come, piece]);
        try {
          for (let found = readAnswer(come, at); found !== null; found = readAnswer(come, at)) {
            answers.push(found.answer);
            at = found.next;
            if (answers.length === commands.length) break;
          }
        } catch (error) {
          socket.off('data', hear);
          reject(error);
        }
        if (answers.length < commands.length) return;
        socket.off('data', hear);
        resolve(answers);
      };
      socket.on('data', hear);
      const bulk = (word: string | number): string => `$${Buffer.byteLength(String(word))}\r\n${word}\r\n`;
      socket.write(commands.map((words) => `*${words.length}\r\n${words.map(bulk).join('')}`).join(''));
    });
}

async function connectTo(port: number, server: ChildProcess): Promise<Socket> {
  for (;;) {
    if (server.exitCode !== null) throw new Error('redis-server did not start');
    const socket = connect(port, '127.0.0.1');
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    if (isOpen) return socket.setNoDelay(true);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Starts a server in a folder of its own, on a free port; null where there is none on PATH. */
export async function startRedis(): Promise<Redis | null> {
  const program = findProgram('redis-server');
  if (program === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-redis-'));
  const port = await freePort();
  const choices = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const server = spawn(program, choices, { stdio: 'ignore' });
  const ended = once(server, 'close');
  const socket = await connectTo(port, server);
  const ask = talk(socket);
  const [about] = await ask(['INFO', 'server']);
  return {
    version: /redis_version:(\S+)/.exec(String(about))?.[1] ?? '',
    ask,
    async stop() {
      socket.destroy();
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
