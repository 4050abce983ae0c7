// Asks a database that another thread works on: what is asked is answered in the order in which it was asked.
import { Worker } from 'node:worker_threads';
import { SqliteProblem } from '#server/adapters/store-sqlite/libsql-database';
import type { SqliteEngine } from '#server/adapters/store-sqlite/sqlite-engine';
import { Fault } from '#server/ports/fault';
import { OlderFormat } from '#server/ports/whole-data';

/** Asks for one of the functions of a database, wherever it is worked on. @throws what the function throws */
export type AskSqlite = <Name extends keyof SqliteEngine>(
  name: Name,
  ...values: Parameters<SqliteEngine[Name]>
) => Promise<ReturnType<SqliteEngine[Name]>>;

/** What the thread is told: a function and its values. */
export type ThreadQuestion = readonly [name: keyof SqliteEngine, values: readonly unknown[]];

/** What it answers: a value, or why there is none. Its first answer, to no question, says that the file is open. */
export type ThreadAnswer = readonly ['value', unknown] | readonly ['problem', code: string, words: string] | ThreadFailure;
type ThreadFailure = readonly ['older', format: number, words: string] | readonly ['error', words: string, stack: string];

/** How an error travels: what another thread throws arrives without its class. */
export function answerOf(error: unknown): ThreadAnswer {
  if (error instanceof SqliteProblem) return ['problem', error.code, error.message];
  if (error instanceof OlderFormat) return ['older', error.format, error.message];
  return error instanceof Error ? ['error', error.message, error.stack ?? ''] : ['error', String(error), ''];
}

function errorOf(answer: Exclude<ThreadAnswer, readonly ['value', unknown]>): Error {
  if (answer[0] === 'problem') return new SqliteProblem(answer[1], answer[2]);
  if (answer[0] === 'older') return new OlderFormat(answer[1], answer[2]);
  const error = new Error(answer[1]);
  error.stack = answer[2];
  return error;
}

interface Asked {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Starts a thread that opens a database file.
 * @param program the bundled sqlite-thread.ts
 * @throws SqliteProblem, or what checkUsable throws, as the opening does
 */
export async function startSqliteThread(program: string, path: string): Promise<AskSqlite> {
  const worker = new Worker(program, { workerData: path });
  const waiting: Asked[] = [];
  let ended: Error | null = null;

  const answered = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject });
      // The thread keeps the process alive while somebody waits for it, and not beyond.
      worker.ref();
    });
  function end(error: Error): void {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(ended);
  }
  worker.on('message', (answer: ThreadAnswer) => {
    const asked = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if (answer[0] === 'value') asked?.resolve(answer[1]);
    else asked?.reject(errorOf(answer));
  });
  const words = `处理 ${path} 的线程停了：请重新启动服务器。/ the thread that works on it has ended: start the server again`;
  worker.on('error', (cause) => end(new Fault('store_unavailable', words, { cause })));
  worker.on('exit', () => end(new Fault('store_unavailable', words)));

  try {
    await answered();
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return async (name, ...values) => {
    if (ended !== null) throw ended;
    worker.postMessage([name, values] satisfies ThreadQuestion);
    const value = await answered();
    if (name === 'close') await worker.terminate();
    return value as never;
  };
}
