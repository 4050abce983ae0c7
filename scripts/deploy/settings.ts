// The settings of one owner's WeChat account and cloud environment: read from files beside the code and from the environment, never secrets.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type ReminderKind, reminderKinds } from '#core/rules/reminder/kinds';
import { DeployRefusal } from './refusal';
import type { Words } from './words';

/** What an owner has settled; null is what is still missing. */
export interface Settings {
  /** The mini-program's app id, from project.private.config.json or project.config.json. */
  readonly appId: string | null;
  /** The cloud environment's id (环境 ID). */
  readonly envId: string | null;
  /** Where the environment stands, as Tencent Cloud calls it. */
  readonly region: string;
  /** Where the key for uploading code (代码上传密钥) lies, relative to the repository; the file itself stays out of git. */
  readonly uploadKey: string | null;
  /** Which of WeChat's thirty upload robots is used. */
  readonly robot: number;
  /** The runtime of the cloud functions; it is fixed when a function is created. */
  readonly runtime: string;
  /** For each reminder the id of its template (订阅消息模板), and where WeChat numbers its keys in another way, those keys too. */
  readonly templates: Readonly<Partial<Record<ReminderKind, string>>>;
  /** Further environment variables of the cloud functions; secret ones come from the environment and stand in no file. */
  readonly variables: Readonly<Record<string, string>>;
  /** The version in package.json, which an upload carries. */
  readonly version: string;
}

/** The file in which an owner writes down what is settled. */
const settingsFile = 'qunhui.config.json';

/** The app id that DevTools takes for "no account yet". */
const nobodysAppId = 'touristappid';

/** What follows this in the name of a variable is the name of a variable of the cloud functions. */
const functionPrefix = 'QUNHUI_FUNCTION_';

const text = v.pipe(v.string(), v.trim());
const templates = v.partial(v.strictObject(v.entriesFromList(reminderKinds, text)));
// Functions are bundled for the oldest of these; tests run on the second.
const runtimes = ['Nodejs18.15', 'Nodejs20.19', 'Nodejs22.21', 'Nodejs24.11'] as const;
const fileShape = v.strictObject({
  envId: v.optional(text, ''),
  region: v.optional(v.pipe(text, v.regex(/^ap-[a-z]+$/)), 'ap-shanghai'),
  uploadKey: v.optional(text, ''),
  robot: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 1),
  runtime: v.optional(v.picklist(runtimes), 'Nodejs20.19'),
  templates: v.optional(templates, {}),
  variables: v.optional(v.record(v.pipe(text, v.regex(/^[A-Z][A-Z0-9_]*$/)), v.string()), {}),
});

function readJson(root: string, name: string, words: Words): unknown {
  const path = join(root, name);
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new DeployRefusal(words.settings.notJson(name, error instanceof Error ? error.message : String(error)));
  }
}

function appIdIn(root: string, name: string, words: Words): string | null {
  const read = readJson(root, name, words) as { appid?: unknown };
  return typeof read.appid === 'string' && read.appid !== '' && read.appid !== nobodysAppId ? read.appid : null;
}

/** What a variable of the environment says, or null when it is not set. */
function said(environment: NodeJS.ProcessEnv, name: string): string | null {
  const value = environment[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

/** Variables for the functions that the environment brings. */
function broughtVariables(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith(functionPrefix) && value !== undefined ? [[name.slice(functionPrefix.length), value]] : [],
    ),
  );
}

/**
 * Reads the settings. `QUNHUI_ENV_ID` and `QUNHUI_UPLOAD_KEY` win over the file, so that an automatic build needs no file;
 * `QUNHUI_FUNCTION_<NAME>` is a variable of the cloud functions.
 * @throws DeployRefusal when a file cannot be understood
 */
export function readSettings(root: string, environment: NodeJS.ProcessEnv, words: Words): Settings {
  const parsed = v.safeParse(fileShape, readJson(root, settingsFile, words));
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? settingsFile}: ${issue.message}`);
    throw new DeployRefusal(words.settings.notUnderstood(settingsFile, problems));
  }
  const file = parsed.output;
  const description = readJson(root, 'package.json', words) as { version?: unknown };
  return {
    appId: appIdIn(root, 'project.private.config.json', words) ?? appIdIn(root, 'project.config.json', words),
    envId: said(environment, 'QUNHUI_ENV_ID') ?? (file.envId || null),
    region: file.region,
    uploadKey: said(environment, 'QUNHUI_UPLOAD_KEY') ?? (file.uploadKey || null),
    robot: file.robot,
    runtime: file.runtime,
    templates: Object.fromEntries(Object.entries(file.templates).filter(([, id]) => id !== '')),
    variables: { ...file.variables, ...broughtVariables(environment) },
    version: typeof description.version === 'string' ? description.version : '0.0.0',
  };
}

/**
 * The environment's id.
 * @throws DeployRefusal when it is not settled yet
 */
export function requireEnvId({ envId }: Settings, words: Words): string {
  if (envId === null) throw new DeployRefusal(words.settings.noEnvId);
  return envId;
}
