// How a deploying command is started and ended: its options, its language, its exit code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DeployWorld, realWorld } from './deploy-world';
import { DeployRefusal } from './refusal';
import { reasonInWords } from './run-steps';
import { languageOf, type Words } from './words';

/** What every command is given. */
export interface CommandCall {
  readonly world: DeployWorld;
  readonly words: Words;
  /** Says what would happen and does nothing. */
  readonly isDryRun: boolean;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly values: Readonly<Record<string, string>>;
}

/** A command: what it takes besides `--dry-run`, `--lang` and `--help`, and what it does. Its answer is the exit code. */
export interface Command {
  readonly name: 'check' | 'functions' | 'indexes' | 'upload' | 'probe';
  readonly flags?: readonly string[];
  readonly values?: readonly string[];
  run(call: CommandCall): Promise<number>;
}

function parse({ flags = [], values = [] }: Command, args: readonly string[]): Readonly<Record<string, unknown>> {
  const booleans = ['dry-run', 'help', ...flags].map((name) => [name, { type: 'boolean' }] as const);
  const strings = ['lang', ...values].map((name) => [name, { type: 'string' }] as const);
  return { ...parseArgs({ args: [...args], options: Object.fromEntries([...booleans, ...strings]), allowPositionals: false }).values };
}

/** The options of one type. */
function optionsOf<T extends 'boolean' | 'string'>(given: Readonly<Record<string, unknown>>, type: T) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === type)) as Record<
    string,
    T extends 'boolean' ? boolean : string
  >;
}

/** Runs a command with the arguments of a person; answers the exit code. Whatever it refuses is said, never thrown. */
export async function runCommand(command: Command, args: readonly string[], world: DeployWorld): Promise<number> {
  let words = languageOf(undefined);
  try {
    const given = parse(command, args);
    const flags = optionsOf(given, 'boolean');
    const values = optionsOf(given, 'string');
    words = languageOf(values['lang']);
    if (flags['help']) {
      world.say(words.help[command.name]);
      return 0;
    }
    return await command.run({ world, words, isDryRun: flags['dry-run'] === true, flags, values });
  } catch (error) {
    world.say(reasonInWords(error, words));
    const isBadOption = error instanceof TypeError && 'code' in error && `${error.code}`.startsWith('ERR_PARSE_ARGS');
    if (isBadOption) world.say(words.help[command.name]);
    // Anything that was not meant to happen is worth its stack.
    else if (error instanceof Error && !(error instanceof DeployRefusal) && error.name !== 'CloudProblem') world.say(error.stack ?? '');
    return 1;
  }
}

/** Gives a folder that exists while `use` runs; keys may lie in it. */
export async function inRunFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'qunhui-deploy-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a command as a program: a first Ctrl-C ends what runs and cleans up, a second one ends at once. */
export function startCommand(command: Command): void {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  runCommand(command, process.argv.slice(2), realWorld(stop.signal)).then((code) => {
    process.exitCode = code;
  });
}
