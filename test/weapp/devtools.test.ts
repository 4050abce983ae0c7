// WeChat DevTools, opened at the root of the repository, finds the mini-program and the cloud functions.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(__dirname, '..', '..');

interface DevToolsProject {
  readonly miniprogramRoot: string;
  readonly cloudfunctionRoot: string;
  readonly appid: string;
  readonly condition: { readonly miniprogram: { readonly list: readonly { readonly name: string; readonly pathName: string }[] } };
}

const project: DevToolsProject = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8'));

test('the settings name the folders that are built', () => {
  expect(existsSync(join(root, project.miniprogramRoot, 'app.json'))).toBe(true);
  expect(existsSync(join(root, project.miniprogramRoot, 'app.js'))).toBe(true);
  expect(existsSync(join(root, project.cloudfunctionRoot, 'api/index.js'))).toBe(true);
  expect(existsSync(join(root, project.cloudfunctionRoot, 'api/package.json'))).toBe(true);
});

test('no account of anybody is in them', () => expect(project.appid).toBe('touristappid'));

test('every page that the mini-program declares has its files', () => {
  const app: { pages: string[]; subPackages: { root: string; pages: string[] }[] } = JSON.parse(
    readFileSync(join(root, project.miniprogramRoot, 'app.json'), 'utf8'),
  );
  const pages = [...app.pages, ...app.subPackages.flatMap((part) => part.pages.map((page) => join(part.root, page)))];
  const missing = pages.flatMap((page) =>
    ['js', 'json', 'wxml'].map((ending) => `${page}.${ending}`).filter((file) => !existsSync(join(root, project.miniprogramRoot, file))),
  );
  expect(missing).toEqual([]);
});

test('there is one project file, and the package carries none of its own', () => {
  expect(existsSync(join(root, project.miniprogramRoot, 'project.config.json'))).toBe(false);
});

test('every way of starting that DevTools offers leads to a page', () => {
  const ways = project.condition.miniprogram.list;
  expect(ways.length).toBeGreaterThan(0);
  const missing = ways.filter(({ pathName }) => !existsSync(join(root, project.miniprogramRoot, `${pathName}.js`)));
  expect(missing).toEqual([]);
});
