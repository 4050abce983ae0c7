// Starts programs of this repository in processes of their own: benches measure servers and crowds where they do not share a thread.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { bundleProgram } from '../workshop/bundle-program';
import { repositoryRoot } from '../workshop/repository-root';

/** The room that this process was given for what is young; others are given as much. */
const youngHeap = process.execArgv.filter((option) => option.startsWith('--max-semi-space-size'));

/** How a process is started. */
export interface ProgramOptions {
  /** A program and its options that start Node in their turn. */
  readonly before?: readonly string[];
  /** Options of Node. */
  readonly node?: readonly string[];
}

async function start(
  source: string,
  args: readonly string[],
  { before = [], node = [] }: ProgramOptions,
  withMessages: boolean,
): Promise<ChildProcess> {
  const [program = '', ...rest] = [
    ...before,
    process.execPath,
    ...youngHeap,
    '--enable-source-maps',
    ...node,
    await bundleProgram(source),
    ...args,
  ];
  const stdio = ['ignore', 'pipe', 'inherit', ...(withMessages ? (['ipc'] as const) : [])] as const;
  return spawn(program, rest, { cwd: repositoryRoot, stdio: [...stdio] });
}

/**
 * Runs a program to its end and gives what it printed.
 * @throws Error when it fails
 */
export async function runProgram(source: string, args: readonly string[], options: ProgramOptions = {}): Promise<string> {
  const child = await start(source, args, options, false);
  const pieces: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${source} ended with ${code}`);
  return Buffer.concat(pieces).toString();
}

/** A process that is asked one thing after another. */
export interface AskedProcess {
  readonly pid: number;
  /** Gives its answer. @throws Error when it fails or ends. */
  ask<Answer>(question: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts a program that answers questions with `answerQuestions`. */
export async function startProgram(source: string, options: ProgramOptions = {}): Promise<AskedProcess> {
  const child = await start(source, [], options, true);
  child.stdout?.pipe(process.stderr, { end: false });
  const ended = once(child, 'exit');
  return {
    pid: child.pid ?? 0,
    async ask<Answer>(question: object): Promise<Answer> {
      const answered = once(child, 'message');
      child.send(question);
      const [answer] = await Promise.race([answered, ended]);
      if (typeof answer !== 'object' || answer === null || !('answer' in answer))
        throw new Error(`${source} failed: ${JSON.stringify(answer)}`);
      return answer.answer as Answer;
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

/** The other side: answers each question, and ends when nobody can ask any more. */
export function answerQuestions<Question>(answer: (question: Question) => Promise<unknown>, end: () => Promise<unknown>): void {
  process.on('message', (question: Question) => {
    answer(question).then(
      (found) => process.send?.({ answer: found ?? null }),
      (error: unknown) => process.send?.({ failed: error instanceof Error ? error.stack : String(error) }),
    );
  });
  process.once('disconnect', () => {
    end().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
