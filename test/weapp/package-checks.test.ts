// @vitest-environment node Each check of the package fails on a package that is broken in the way that it looks for, and on no sound one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutActive } from '../../config/hover-class-plugin';
import { BuiltPackage, type PackageComplaint } from '../../scripts/workshop/package/built-package';
import { complainAboutReview, complainAboutSchemas, complainAboutSitemap } from '../../scripts/workshop/package/check-configuration';
import { packageChecks } from '../../scripts/workshop/package/check-package';
import * as scripts from '../../scripts/workshop/package/check-scripts';
import { complainAboutPreloads, complainAboutSizes } from '../../scripts/workshop/package/check-sizes';
import { complainAboutAuditStyles, complainAboutStyles } from '../../scripts/workshop/package/check-styles';
import { complainAboutReferences, complainAboutTemplates } from '../../scripts/workshop/package/check-templates';
import { runNode } from '../../scripts/workshop/run-program';

const soundApp = {
  pages: ['pages/home/index'],
  subPackages: [{ root: 'packages/member', pages: ['wallet/index'] }],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['packages/member'] } },
  window: { navigationBarTitleText: '群惠' },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  sitemapLocation: 'sitemap.json',
};

const soundFiles: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify(soundApp),
  'app.js': 'App({ onLaunch: function () { wx.cloud.init({}); } });',
  'app.wxss': '@import "./base.wxss";',
  'base.wxss': '.row { display: flex; width: calc(100% - 8rpx); }',
  'sitemap.json': JSON.stringify({
    rules: [
      { action: 'allow', page: 'pages/home/index' },
      { action: 'disallow', page: '*' },
    ],
  }),
  'pages/home/index.js': 'Page({ data: { rows: [] } });',
  'pages/home/index.json': '{}',
  'pages/home/index.wxml':
    '<wxs module="xs" src="../../tools.wxs" /><view wx:for="{{rows}}" wx:key="id" class="row">{{xs.say(item.name)}}</view>',
  'pages/home/index.wxss': '.row { color: red; }',
  'tools.wxs': 'module.exports = { say: function (name) { return name; } };',
  'packages/member/wallet/index.js': 'Page({});',
  'packages/member/wallet/index.json': '{}',
  'packages/member/wallet/index.wxml': '<view></view>',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qunhui-broken-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let built = 0;

/** A small sound package, with some files written otherwise. */
function packageWith(files: Readonly<Record<string, string>> = {}): BuiltPackage {
  built += 1;
  const root = join(folder, `${built}`);
  for (const [file, text] of Object.entries({ ...soundFiles, ...files })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return new BuiltPackage(root);
}

const appWith = (fields: object) => ({ 'app.json': JSON.stringify({ ...soundApp, ...fields }) });

interface Sabotage {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** A part of what must be said. */
  readonly says: string;
  complain(built: BuiltPackage): PackageComplaint[] | Promise<PackageComplaint[]>;
}

const page = 'pages/home/index.js';
const style = 'pages/home/index.wxss';
const template = 'pages/home/index.wxml';
const twoMegabytes = 'x'.repeat(2 * 1024 * 1024 + 1);

const sabotages: readonly Sabotage[] = [
  { name: 'optional chaining', files: { [page]: 'Page({ a: (b) => b?.c });' }, says: 'ES2018', complain: scripts.complainAboutSyntax },
  { name: 'nullish coalescing', files: { [page]: 'Page({ a: (b) => b ?? 1 });' }, says: 'ES2018', complain: scripts.complainAboutSyntax },
  { name: 'a catch without a name', files: { [page]: 'try { wx.a(); } catch { }' }, says: 'ES2018', complain: scripts.complainAboutSyntax },
  { name: 'a class field', files: { [page]: 'class A { b = 1; }' }, says: 'ES2018', complain: scripts.complainAboutSyntax },
  { name: 'a module', files: { [page]: 'export const a = 1;' }, says: 'ES2018', complain: scripts.complainAboutSyntax },
  { name: 'a look behind', files: { [page]: 'Page({ a: /(?<=b)c/ });' }, says: 'looks behind', complain: scripts.complainAboutLookbehind },
  { name: 'replaceAll', files: { [page]: '"a".replaceAll("a", "b");' }, says: 'replaceAll', complain: scripts.complainAboutLateMethods },
  { name: 'at with a number', files: { [page]: '[1].at(-1);' }, says: 'calls at', complain: scripts.complainAboutLateMethods },
  { name: 'fetch', files: { [page]: 'Page({ a: () => fetch("/") });' }, says: 'fetch', complain: scripts.complainAboutNames },
  { name: 'localStorage', files: { [page]: 'localStorage.a = 1;' }, says: 'localStorage', complain: scripts.complainAboutNames },
  { name: 'URL', files: { [page]: 'var a = new URL("b");' }, says: 'URL', complain: scripts.complainAboutNames },
  { name: 'Intl', files: { [page]: 'Intl.DateTimeFormat();' }, says: 'Intl', complain: scripts.complainAboutNames },
  {
    name: 'a browser name behind a typeof, in a file that has no reason for it',
    files: { [page]: 'if (typeof window !== "undefined") window.a = 1;' },
    says: 'window',
    complain: scripts.complainAboutNames,
  },
  {
    name: 'an allowed name without its typeof',
    files: { 'runtime.js': 'window.a = 1;' },
    says: 'window',
    complain: scripts.complainAboutNames,
  },
  {
    name: 'new Function',
    files: { [page]: 'new Function("return 1")();' },
    says: 'Function',
    complain: scripts.complainAboutMadeFunctions,
  },
  { name: 'eval', files: { [page]: 'eval("1");' }, says: 'eval', complain: scripts.complainAboutMadeFunctions },
  { name: 'an allowance that nothing needs', files: {}, says: 'no longer uses', complain: scripts.complainAboutAllowances },
  { name: 'an open tag', files: { [template]: '<view>' }, says: 'end tag missing', complain: complainAboutTemplates },
  { name: 'a broken expression', files: { [template]: '<view a="{{b +}}" />' }, says: 'Bad attr', complain: complainAboutTemplates },
  { name: 'a broken WXS script', files: { 'tools.wxs': 'var a = ;' }, says: 'Expected exp', complain: complainAboutTemplates },
  {
    name: 'a template that is not there',
    files: { [template]: '<import src="./away.wxml" />' },
    says: 'pages/home/away.wxml',
    complain: complainAboutReferences,
  },
  {
    name: 'a component that is not there',
    files: { 'pages/home/index.json': '{ "usingComponents": { "away": "../../away" } }' },
    says: 'away.wxml',
    complain: complainAboutReferences,
  },
  { name: 'the selector *', files: { [style]: '.a > * { color: red; }' }, says: 'error at token `*`', complain: complainAboutStyles },
  { name: 'an open rule', files: { [style]: '.a { color: red;' }, says: 'ERR: pages/home/index.wxss', complain: complainAboutStyles },
  { name: 'an import that is not there', files: { [style]: '@import "./away.wxss";' }, says: 'not found', complain: complainAboutStyles },
  { name: ':active', files: { [style]: '.a:active { color: red; }' }, says: ':active', complain: complainAboutAuditStyles },
  {
    name: 'a bar under the bar of an iPhone',
    files: { [style]: '.a { position: fixed; bottom: 20rpx; }' },
    says: 'safe-area-inset-bottom',
    complain: complainAboutAuditStyles,
  },
  {
    name: 'stiff scrolling',
    files: { [style]: '.a { overflow-y: auto; }' },
    says: '-webkit-overflow-scrolling',
    complain: complainAboutAuditStyles,
  },
  {
    name: 'a large picture as text',
    files: { [style]: `.a { background: url(data:image/png;base64,${'A'.repeat(11_000)}); }` },
    says: 'base64',
    complain: complainAboutAuditStyles,
  },
  { name: 'a misspelt setting', files: appWith({ lazyCodeloading: 'x' }), says: 'lazyCodeloading', complain: complainAboutSchemas },
  { name: 'a setting of the wrong kind', files: appWith({ pages: 'pages/home/index' }), says: 'pages', complain: complainAboutSchemas },
  { name: 'a sitemap without rules', files: { 'sitemap.json': '{}' }, says: 'rules', complain: complainAboutSchemas },
  { name: 'no lazy loading', files: appWith({ lazyCodeLoading: undefined }), says: 'lazyCodeLoading', complain: complainAboutReview },
  { name: 'a background mode', files: appWith({ requiredBackgroundModes: ['audio'] }), says: 'background', complain: complainAboutReview },
  {
    name: 'a permission',
    files: appWith({ permission: { 'scope.userLocation': { desc: '?' } } }),
    says: 'permission',
    complain: complainAboutReview,
  },
  {
    name: 'a personal page that may be searched',
    files: { 'sitemap.json': JSON.stringify({ rules: [{ action: 'allow', page: '*' }] }) },
    says: 'be searched',
    complain: complainAboutSitemap,
  },
  { name: 'a package of more than 2 MB', files: { 'big.js': twoMegabytes }, says: 'bytes', complain: complainAboutSizes },
  {
    name: 'more preloaded than 2 MB',
    files: { 'packages/member/big.js': twoMegabytes },
    says: 'preload',
    complain: complainAboutPreloads,
  },
  {
    name: 'a preload rule for nothing',
    files: appWith({ preloadRule: { 'pages/away/index': { packages: ['packages/away'] } } }),
    says: 'packages/away',
    complain: complainAboutPreloads,
  },
];

describe('a check complains about', () => {
  test.each(sabotages)('$name', async ({ files, says, complain }) => {
    const complaints = await complain(packageWith(files));
    expect(complaints.map(({ file, what }) => `${file}: ${what}`).join('\n')).toContain(says);
  });
});

/** miniprogram-ci leaves a process running, so it runs in a program of its own. */
const heavy = packageChecks.filter(
  ({ says }) => says.startsWith('miniprogram-ci') || says.startsWith('the code-quality') || says.startsWith('every allowance'),
);

test.each(packageChecks.filter((check) => !heavy.includes(check)))('of a sound package it holds that $says', async ({ complain }) => {
  expect(await complain(packageWith())).toEqual([]);
});

test('a guarded name is let pass in the file that has a reason for it', () => {
  const guarded = 'var a = typeof globalThis === "object" ? globalThis : typeof window === "object" ? window : this;';
  expect(scripts.complainAboutNames(packageWith({ 'runtime.js': guarded }))).toEqual([]);
});

const loader = pathToFileURL(resolve(__dirname, '..', '..', 'node_modules/tsx/dist/loader.mjs')).href;
const check = (root: string) => runNode(['--import', loader, 'scripts/check-package.ts', root]);

describe('miniprogram-ci, in a program of its own,', { timeout: 120_000 }, () => {
  test('has nothing to say of a sound package', async () => {
    const { output } = await check(packageWith().folder);
    expect(output).toContain('ok     miniprogram-ci compiles it as an upload would');
    expect(output).toContain('ok     the code-quality panel of DevTools has nothing to say');
  });

  test('refuses a page that is not there', async () => {
    const pages = { pages: ['pages/home/index', 'pages/away/index'] };
    const { code, output } = await check(packageWith({ ...appWith(pages), 'pages/away/index.json': '{}' }).folder);
    expect(code).toBe(1);
    expect(output).toMatch(/FAILED miniprogram-ci compiles it as an upload would\s+app\.json: miniprogram-ci: .*pages\/away\/index\.wxml/s);
  });

  test('says which file would stay behind, and that lazy loading is off', async () => {
    const { code, output } = await check(packageWith({ ...appWith({ lazyCodeLoading: undefined }), 'unused.js': 'App;' }).folder);
    expect(code).toBe(1);
    expect(output).toContain('unused.js: would not be uploaded');
    expect(output).toContain('LAZYCODE_LOADING_OPEN');
  });
});

test('what holds only while a finger is down is taken out of a style sheet, and nothing else', () => {
  expect(withoutActive('.a{color:red}.a:active{opacity:.5}.b,.c:active::before{top:0}@media (x){.d:active{left:0}.e{left:0}}')).toBe(
    '.a{color:red}.b{top:0}@media (x){.e{left:0}}',
  );
  expect(withoutActive('@import "./b.wxss";.a:active{top:0}.nut--active{top:1px}')).toBe('@import "./b.wxss";.nut--active{top:1px}');
});
