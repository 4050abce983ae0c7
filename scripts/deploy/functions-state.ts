// What the cloud knows about the functions: asked before a plan is made, and again when it was carried out.
import type { CloudEnvironment } from './cloud-environment';
import { type CloudAnswer, CloudProblem, type CloudRequest, type SendCloudRequest } from './cloud-request';
import { askPermission, permissionIn } from './permissions';
import { DeployRefusal } from './refusal';
import type { Words } from './words';

/** A function as the cloud has it. */
export interface CloudFunction {
  readonly runtime: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly isActive: boolean;
  readonly variables: Readonly<Record<string, string>>;
  /** Cron expressions by the names of their timers. */
  readonly timers: Readonly<Record<string, string>>;
}

/** Who may call functions, as the cloud keeps it: one rule per function, `*` for the others. */
export type InvokeRules = Readonly<Record<string, unknown>>;

/** All of it. */
export interface FunctionsState {
  readonly functions: Readonly<Record<string, CloudFunction | null>>;
  readonly rules: InvokeRules;
}

/** An environment in which nothing was deployed yet: what a dry run, which asks nobody, has to assume. */
export function emptyFunctions(names: readonly string[]): FunctionsState {
  return { functions: Object.fromEntries(names.map((name) => [name, null])), rules: {} };
}

/** Asks for one function. */
export const askFunction = ({ namespace }: CloudEnvironment, name: string): CloudRequest => ({
  service: 'scf',
  action: 'GetFunction',
  parameters: { FunctionName: name, Namespace: namespace, ShowCode: 'FALSE' },
});

/** Asks for the rules of who may call functions. */
export const askRules = ({ envId }: CloudEnvironment): CloudRequest => askPermission(envId, 'function', null);

const listOf = (value: unknown): readonly Record<string, unknown>[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A timer's expression: the cloud answers with JSON around it. */
function cronOf(description: unknown): string {
  try {
    const { cron } = JSON.parse(textOf(description)) as { cron?: unknown };
    return textOf(cron);
  } catch {
    return textOf(description);
  }
}

function functionOf(answer: CloudAnswer): CloudFunction {
  const environment = (answer['Environment'] ?? {}) as { Variables?: unknown };
  const timers = listOf(answer['Triggers']).filter((trigger) => trigger['Type'] === 'timer');
  return {
    runtime: textOf(answer['Runtime']),
    timeoutSeconds: Number(answer['Timeout']),
    memoryMegabytes: Number(answer['MemorySize']),
    isActive: answer['Status'] === 'Active',
    variables: Object.fromEntries(listOf(environment.Variables).map(({ Key, Value }) => [textOf(Key), textOf(Value)])),
    timers: Object.fromEntries(timers.map(({ TriggerName, TriggerDesc }) => [textOf(TriggerName), cronOf(TriggerDesc)])),
  };
}

async function findFunction(send: SendCloudRequest, environment: CloudEnvironment, name: string): Promise<CloudFunction | null> {
  try {
    return functionOf(await send(askFunction(environment, name)));
  } catch (error) {
    if (error instanceof CloudProblem && error.code.startsWith('ResourceNotFound')) return null;
    throw error;
  }
}

function rulesOf(answer: CloudAnswer, words: Words): InvokeRules {
  const { rule } = permissionIn(answer);
  if (rule === '') return {};
  try {
    return JSON.parse(rule) as InvokeRules;
  } catch {
    throw new DeployRefusal(words.functions.rulesUnreadable(rule));
  }
}

/** Asks for everything that a plan depends on. */
export async function readFunctionsState(
  send: SendCloudRequest,
  environment: CloudEnvironment,
  names: readonly string[],
  words: Words,
): Promise<FunctionsState> {
  const functions: Record<string, CloudFunction | null> = {};
  for (const name of names) functions[name] = await findFunction(send, environment, name);
  return { functions, rules: rulesOf(await send(askRules(environment)), words) };
}
