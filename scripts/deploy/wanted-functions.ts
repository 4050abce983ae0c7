// The cloud functions as they should be: from the folders that were built, their own config.json, and the owner's settings.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reminderKinds } from '#core/rules/reminder/kinds';
import { templateVariables } from '#server/adapters/messenger-wechat/read-templates';
import { lookIntoFolder } from './built-folder';
import type { WantedFunction } from './functions-plan';
import { DeployRefusal } from './refusal';
import type { Settings } from './settings';
import type { Words } from './words';

/** What each function is given. */
interface FunctionLimits {
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly isForPhones: boolean;
}

/** The functions by the folders of their hosts. A phone waits 15 seconds for a reply; a run of the timer stops beginning new work far earlier than its limit. */
const limits = {
  api: { timeoutSeconds: 20, memoryMegabytes: 256, isForPhones: true },
  timer: { timeoutSeconds: 60, memoryMegabytes: 256, isForPhones: false },
} as const satisfies Record<string, FunctionLimits>;

/** The names of all functions. */
export const functionNames = Object.keys(limits) as (keyof typeof limits)[];

/** Where a function is built, relative to the repository. */
export const functionFolder = (name: string) => `dist/cloudfunctions/${name}`;

/** What a function's config.json says; DevTools reads the same file. */
export interface FunctionConfig {
  readonly permissions?: { readonly openapi?: readonly string[] };
  readonly triggers?: readonly { readonly name: string; readonly config: string }[];
}

/** Reads the config.json of a built function; one without has neither permissions nor timers. */
export function readFunctionConfig(root: string, name: string): FunctionConfig {
  const path = join(root, functionFolder(name), 'config.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as FunctionConfig) : {};
}

/** All variables that we set, the same for every function: they open the same store and speak of the same templates. */
export function functionVariables({ templates, variables }: Settings): Record<string, string> {
  const named = reminderKinds.flatMap((kind) => {
    const template = templates[kind];
    return template === undefined ? [] : [[templateVariables[kind], template] as const];
  });
  return { ...Object.fromEntries(named), ...variables };
}

/** The command line turns a text that is JSON into what it describes, and fills in what stands in double braces. */
function isChangedOnTheWay(value: string): boolean {
  if (value.includes('{{')) return true;
  try {
    return typeof JSON.parse(value) === 'object';
  } catch {
    return false;
  }
}

/**
 * The functions as they should be.
 * @throws DeployRefusal when a variable would not arrive as it is written
 */
export function wantedFunctions(root: string, settings: Settings, words: Words): readonly WantedFunction[] {
  const variables = functionVariables(settings);
  const changed = Object.entries(variables).find(([, value]) => isChangedOnTheWay(value));
  if (changed) throw new DeployRefusal(words.settings.variableChanged(changed[0]));
  return functionNames.map((name) => ({
    name,
    folder: lookIntoFolder(root, functionFolder(name)),
    runtime: settings.runtime,
    ...limits[name],
    variables,
    timers: Object.fromEntries((readFunctionConfig(root, name).triggers ?? []).map((trigger) => [trigger.name, trigger.config])),
  }));
}
