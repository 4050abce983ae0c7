// What an owner needs to go live, looked at one by one: settings, keys, built folders. Nothing is asked of the cloud.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { reminderKinds } from '#core/rules/reminder/kinds';
import { reminderTemplates } from '#core/rules/reminder/templates';
import { readTemplates, templateVariables } from '#server/adapters/messenger-wechat/read-templates';
import { lookIntoFolder, sizeInWords } from './built-folder';
import { findLogin } from './cloud-login';
import type { CommandCall } from './command';
import type { Settings } from './settings';
import { weappFolder } from './upload-command';
import { functionFolder, functionNames, functionVariables, readFunctionConfig } from './wanted-functions';

/**
 * What was found: all right; missing, and nothing goes without it; missing, and something is left out; or not to be seen from here,
 * so that a person has to look.
 */
export type CheckState = 'ok' | 'blocks' | 'lacks' | 'by_hand';

/** One thing that was looked at, in words: what it is, and how to get it where it is missing. */
export interface CheckItem {
  readonly state: CheckState;
  readonly says: string;
  readonly how?: string;
}

/** WeChat's ids of mini-programs. */
const appIdForm = /^wx[0-9a-f]{16}$/;

/** The platform's limit of the main package and of each sub-package, in bytes. */
const PACKAGE_BYTES_MAX = 2 * 1024 * 1024;

function appIdItem({ appId }: Settings, { words }: CommandCall): CheckItem {
  if (appId === null) return { state: 'blocks', says: words.check.noAppId, how: words.check.howAppId };
  return appIdForm.test(appId)
    ? { state: 'ok', says: words.check.appId(appId) }
    : { state: 'blocks', says: words.check.oddAppId(appId), how: words.check.howAppId };
}

function envItem({ envId }: Settings, { words }: CommandCall): CheckItem {
  return envId === null
    ? { state: 'blocks', says: words.check.noEnvId, how: words.check.howEnvId }
    : { state: 'ok', says: words.check.envId(envId) };
}

function loginItem({ world, words }: CommandCall): CheckItem {
  const login = findLogin(world.environment, world.home, world.now());
  return login === null
    ? { state: 'blocks', says: words.check.noLogin, how: words.check.howLogin }
    : { state: 'ok', says: words.check.login(login.from) };
}

/** Whether git knows a file of the repository. */
function isTracked(root: string, path: string): boolean {
  return spawnSync('git', ['ls-files', '--error-unmatch', '--', relative(root, path)], { cwd: root, stdio: 'ignore' }).status === 0;
}

function uploadKeyItem({ uploadKey }: Settings, { world, words }: CommandCall): CheckItem {
  const how = words.check.howUploadKey;
  if (uploadKey === null) return { state: 'blocks', says: words.check.noUploadKey, how };
  const path = resolve(world.root, uploadKey);
  if (!existsSync(path)) return { state: 'blocks', says: words.check.uploadKeyNotThere(uploadKey), how };
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(readFileSync(path, 'utf8'))) {
    return { state: 'blocks', says: words.check.uploadKeyIsNone(uploadKey), how };
  }
  if (isTracked(world.root, path)) return { state: 'blocks', says: words.check.uploadKeyInGit(uploadKey), how: words.check.howOutOfGit };
  return { state: 'ok', says: words.check.uploadKey(uploadKey) };
}

function weappItems({ world, words }: CommandCall): CheckItem[] {
  const folder = lookIntoFolder(world.root, weappFolder);
  if (!folder.files.some(({ path }) => path === 'app.json')) {
    return [{ state: 'blocks', says: words.check.notBuilt(weappFolder), how: words.check.howBuild('weapp') }];
  }
  const app = JSON.parse(readFileSync(join(world.root, weappFolder, 'app.json'), 'utf8')) as {
    subPackages?: readonly { readonly root: string }[];
  };
  const roots = (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`);
  const packages = [...roots, ''].map((root) => {
    const files = folder.files.filter(({ path }) => (root === '' ? !roots.some((other) => path.startsWith(other)) : path.startsWith(root)));
    return { root, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  });
  const sizes = packages.map(({ root, bytes }) => `${root || words.check.mainPackage} ${sizeInWords(bytes)}`).join(', ');
  const tooLarge = packages.filter(({ bytes }) => bytes > PACKAGE_BYTES_MAX);
  if (tooLarge.length > 0) return [{ state: 'blocks', says: words.check.tooLarge(sizes), how: words.check.howSmaller }];
  return [{ state: 'ok', says: words.check.built(weappFolder, sizes) }];
}

function functionItems({ world, words }: CommandCall): CheckItem[] {
  return functionNames.map((name) => {
    const folder = lookIntoFolder(world.root, functionFolder(name));
    const how = words.check.howBuild('cloudfunctions');
    if (!folder.files.some(({ path }) => path === 'index.js')) return { state: 'blocks', says: words.check.notBuilt(folder.path), how };
    return { state: 'ok', says: words.check.built(folder.path, sizeInWords(folder.bytes)) };
  });
}

function templateItems(settings: Settings, { words }: CommandCall): CheckItem[] {
  const { problems } = readTemplates(functionVariables(settings));
  return reminderKinds.map((kind) => {
    const { title, keywords } = reminderTemplates[kind];
    const how = words.check.howTemplate(kind, title, keywords.map(({ name }) => name).join('、'));
    const problem = problems.find((text) => text.startsWith(templateVariables[kind]));
    if (problem !== undefined) return { state: 'blocks', says: words.check.badTemplate(title, problem), how };
    if (settings.templates[kind] === undefined) return { state: 'lacks', says: words.check.noTemplate(title), how };
    return { state: 'ok', says: words.check.template(title) };
  });
}

/** What cannot be seen from here: WeChat's own pages, which only the account's administrator opens. */
function handItems({ world, words }: CommandCall): CheckItem[] {
  const openapi = [...new Set(functionNames.flatMap((name) => readFunctionConfig(world.root, name).permissions?.openapi ?? []))];
  return [
    { state: 'by_hand', says: words.check.handAccount },
    { state: 'by_hand', says: words.check.handUploadAddresses },
    { state: 'by_hand', says: words.check.handPrivacy },
    ...(openapi.length === 0 ? [] : [{ state: 'by_hand', says: words.check.handOpenapi(openapi.join(', ')) } as const]),
    { state: 'by_hand', says: words.check.handPush },
  ];
}

/** Everything that is needed, in the order in which an owner comes to it. */
export function checkItems(settings: Settings, call: CommandCall): readonly CheckItem[] {
  return [
    appIdItem(settings, call),
    envItem(settings, call),
    loginItem(call),
    uploadKeyItem(settings, call),
    ...weappItems(call),
    ...functionItems(call),
    ...templateItems(settings, call),
    ...handItems(call),
  ];
}
