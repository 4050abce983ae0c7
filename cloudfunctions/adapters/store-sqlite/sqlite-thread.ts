// The thread of a database: opens the file that it is told, and does what it is asked, one after another.
import { parentPort, workerData } from 'node:worker_threads';
import { answerOf, type ThreadAnswer, type ThreadQuestion } from '#server/adapters/store-sqlite/ask-sqlite-thread';
import { createSqliteEngine, type SqliteEngine } from '#server/adapters/store-sqlite/sqlite-engine';
import { openWithLog } from '#server/adapters/store-sqlite/sqlite-log';

const port = parentPort;
if (port === null) throw new Error('this program is the thread of a server');
const path = String(workerData);

function answer(run: () => unknown): void {
  let said: ThreadAnswer;
  try {
    said = ['value', run()];
  } catch (error) {
    said = answerOf(error);
  }
  port?.postMessage(said);
}

let engine: SqliteEngine | null = null;
answer(() => {
  engine = createSqliteEngine(openWithLog(path), path);
});
port.on('message', ([name, values]: ThreadQuestion) =>
  answer(() => {
    if (engine === null) throw new Error(`${path} has not been opened`);
    return (engine[name] as (...given: readonly unknown[]) => unknown)(...values);
  }),
);
