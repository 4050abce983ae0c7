// The plan for the cloud functions: what has to be done so that the cloud has them as they were built, and nothing more.
import type { BuiltFolder } from './built-folder';
import type { CloudEnvironment } from './cloud-environment';
import type { CloudFunction, FunctionsState, InvokeRules } from './functions-state';
import { setPermission } from './permissions';
import { DeployRefusal } from './refusal';
import type { Step } from './step';
import type { Words } from './words';

/** A function as it should be. */
export interface WantedFunction {
  readonly name: string;
  readonly folder: BuiltFolder;
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly variables: Readonly<Record<string, string>>;
  /** Cron expressions of seven fields, in the time of Beijing, by the names of their timers. */
  readonly timers: Readonly<Record<string, string>>;
  /** Whether phones may call it. */
  readonly isForPhones: boolean;
}

/** What is wanted, and where. */
export interface FunctionsWish {
  readonly environment: CloudEnvironment;
  readonly region: string;
  /** The absolute path of the folder that the built folders are relative to. */
  readonly root: string;
  readonly functions: readonly WantedFunction[];
}

/** The variable that tells which build a function carries; the command line sets variables only after the code has arrived. */
const buildVariable = 'QUNHUI_BUILD';

/** The command line reads its settings from a file of this name in the folder where it runs. */
const settingsName = 'cloudbaserc.json';

/** What the rules say about functions that have none of their own: whoever WeChat knows may call. */
const everybodyKnown = { invoke: 'auth != null' };

/**
 * All variables that a function will have. What somebody has set by hand in the console stays, since the cloud replaces them as a whole;
 * an empty value in the settings takes one away.
 */
function variablesOf(wanted: WantedFunction, there: CloudFunction | null): Record<string, string> {
  const all = { ...there?.variables, ...wanted.variables, [buildVariable]: wanted.folder.build };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

function isDeployed(wanted: WantedFunction, there: CloudFunction | null): boolean {
  if (there === null) return false;
  return (
    there.isActive &&
    there.runtime === wanted.runtime &&
    there.timeoutSeconds === wanted.timeoutSeconds &&
    there.memoryMegabytes === wanted.memoryMegabytes &&
    isSame(there.variables, variablesOf(wanted, there)) &&
    isSame(there.timers, wanted.timers)
  );
}

/** Timers that must go first: an existing one of the same name keeps its old hours, and one that is not wanted would go on. */
function removalSteps(wanted: WantedFunction, there: CloudFunction, { namespace }: CloudEnvironment, words: Words): Step[] {
  const outdated = Object.entries(there.timers).filter(([name, cron]) => wanted.timers[name] !== cron);
  return outdated.map(([name]) => ({
    kind: 'request',
    title: words.functions.removeTimer(wanted.name, name),
    request: {
      service: 'scf',
      action: 'DeleteTrigger',
      parameters: { FunctionName: wanted.name, Namespace: namespace, TriggerName: name, Type: 'timer' },
    },
  }));
}

function settingsText(wish: FunctionsWish, functions: readonly WantedFunction[], state: FunctionsState, cover: boolean): string {
  const described = functions.map((wanted) => ({
    name: wanted.name,
    dir: `${wish.root}/${wanted.folder.path}`.replaceAll('\\', '/'),
    handler: 'index.main',
    runtime: wanted.runtime,
    timeout: wanted.timeoutSeconds,
    memorySize: wanted.memoryMegabytes,
    // One file carries everything: there is nothing that the cloud would have to install.
    installDependency: false,
    envVariables: Object.fromEntries(
      Object.entries(variablesOf(wanted, state.functions[wanted.name] ?? null)).map(([name, value]) => [
        name,
        cover && name !== buildVariable ? '•••' : value,
      ]),
    ),
    triggers: Object.entries(wanted.timers).map(([name, config]) => ({ name, type: 'timer', config })),
  }));
  return JSON.stringify({ envId: wish.environment.envId, region: wish.region, functions: described }, null, 2);
}

function deploySteps(wish: FunctionsWish, wanted: WantedFunction, there: CloudFunction | null, words: Words): Step[] {
  if (there !== null && there.runtime !== wanted.runtime) {
    throw new DeployRefusal(words.functions.otherRuntime(wanted.name, there.runtime, wanted.runtime));
  }
  const { envId } = wish.environment;
  // `--yes` answers every question of the command line; `zip` keeps to the one API, where the default needs a second host for the code.
  const args = ['fn', 'deploy', wanted.name, '--envId', envId, '--region', wish.region, '--deployMode', 'zip', '--yes'];
  return [
    ...(there === null ? [] : removalSteps(wanted, there, wish.environment, words)),
    { kind: 'program', title: words.functions.deploy(wanted.name, there === null), program: 'tcb', args, carries: [wanted.folder] },
  ];
}

/** The rules with ours among them; others stay as they are, and `*` must always be there. */
function rulesWith(functions: readonly WantedFunction[], rules: InvokeRules): InvokeRules {
  const closed = functions.filter((wanted) => !wanted.isForPhones).map(({ name }) => [name, { invoke: false }] as const);
  return { '*': everybodyKnown, ...rules, ...Object.fromEntries(closed) };
}

function ruleSteps(wish: FunctionsWish, { rules }: FunctionsState, words: Words): Step[] {
  const wanted = rulesWith(wish.functions, rules);
  if (JSON.stringify(wanted) === JSON.stringify({ '*': everybodyKnown, ...rules })) return [];
  return [
    {
      kind: 'request',
      title: words.functions.setRules(wish.functions.filter(({ isForPhones }) => !isForPhones).map(({ name }) => name)),
      request: setPermission(wish.environment.envId, 'function', null, 'CUSTOM', JSON.stringify(wanted)),
    },
  ];
}

/**
 * Everything that is left to do, given what the cloud has; nothing when all is as wanted.
 * @throws DeployRefusal when a function was created with another runtime, which cannot be changed
 */
export function planFunctions(wish: FunctionsWish, state: FunctionsState, words: Words): readonly Step[] {
  const due = wish.functions.filter((wanted) => !isDeployed(wanted, state.functions[wanted.name] ?? null));
  const settings: Step = {
    kind: 'write',
    title: words.functions.writeSettings(due.map(({ name }) => name)),
    name: settingsName,
    text: settingsText(wish, due, state, false),
    shown: settingsText(wish, due, state, true),
  };
  return [
    ...(due.length === 0 ? [] : [settings]),
    ...due.flatMap((wanted) => deploySteps(wish, wanted, state.functions[wanted.name] ?? null, words)),
    ...ruleSteps(wish, state, words),
  ];
}
