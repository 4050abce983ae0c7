// What is known to be wrong with our packages: nothing passes that nobody has judged, and what cannot be asked is said to be so.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exceptions, tools } from '../../config/dependency-audit';
import { type AuditParts, auditDependencies } from '../../scripts/workshop/audit/audit-dependencies';
import { judgeFindings } from '../../scripts/workshop/audit/judge-findings';
import { type LockFile, reachedFolders } from '../../scripts/workshop/audit/lock-file';
import { type Finding, readFindings } from '../../scripts/workshop/audit/read-findings';

const lock: LockFile = {
  '': { dependencies: { shop: '1', press: '1' } },
  'node_modules/shop': { version: '1.0.0', dependencies: { pear: '1', fig: '1' } },
  'node_modules/press': { version: '1.0.0', dependencies: { pear: '2', nut: '1' } },
  'node_modules/press/node_modules/pear': { version: '2.0.0' },
  'node_modules/pear': { version: '1.0.0', dependencies: { fig: '1' } },
  'node_modules/fig': { version: '1.0.0' },
  'node_modules/nut': { version: '1.0.0' },
};
const press = { packages: ['press'], why: 'it presses here', lookAgainOn: '2026-12-31' };
const reached = reachedFolders(lock, press.packages);

const finding = (name: string, folders: readonly string[]): Finding => {
  return { package: name, advisory: 'GHSA-aaaa-bbbb-cccc', severity: 'high', title: 'goes off', range: '<2', folders };
};
const rotten = finding('pear', ['node_modules/pear']);
const excuse = { package: 'pear', advisory: 'GHSA-aaaa-bbbb-cccc', why: 'nobody eats it', lookAgainOn: '2026-12-31' };
const judge = (findings: readonly Finding[], excused = [excuse], today = '2026-12-01') =>
  judgeFindings(findings, reached, { tools: press, exceptions: excused }, today);

describe('what people reach', () => {
  test('is what dependencies lead to past no tool, each found where Node would find it', () => {
    expect([...reached].sort()).toEqual(['node_modules/fig', 'node_modules/pear', 'node_modules/shop']);
    expect(reachedFolders(lock, []).has('node_modules/press/node_modules/pear')).toBe(true);
  });

  test('of ours has the server in it, and none of the builders', () => {
    const root = resolve(__dirname, '..', '..');
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: LockFile };
    const ours = reachedFolders(packages, tools.packages);
    for (const name of ['hono', 'pg', 'libsql', 'valibot', 'react', '@tarojs/components', '@cloudbase/node-sdk']) {
      expect([name, ours.has(`node_modules/${name}`)]).toEqual([name, true]);
    }
    for (const name of ['webpack', 'webpack-dev-server', 'vitest', '@tarojs/cli', ...tools.packages]) {
      expect([name, ours.has(`node_modules/${name}`)]).toEqual([name, false]);
    }
    // A tool that is gone is no tool any more.
    for (const name of tools.packages) expect([name, Object.hasOwn(packages, `node_modules/${name}`)]).toEqual([name, true]);
    for (const { why } of exceptions) expect(why.length).toBeGreaterThan(40);
  });
});

describe('a finding', () => {
  test('in what people reach wants to be gone or excused', () => {
    expect(judge([rotten]).problems).toEqual([]);
    expect(judge([rotten], []).problems).toEqual([
      'pear <2: goes off (GHSA-aaaa-bbbb-cccc, high) at node_modules/pear. Update it, or say why it does not reach people.',
    ]);
    expect(judge([{ ...rotten, advisory: 'GHSA-dddd-eeee-ffff' }]).problems).toHaveLength(2);
  });

  test('in a tool is excused with all tools, until somebody has to look again', () => {
    const inTool = finding('pear', ['node_modules/press/node_modules/pear']);
    expect(judge([inTool], [])).toMatchObject({ problems: [], reached: [], inTools: [inTool] });
    expect(judge([inTool], [], '2027-01-01').problems).toEqual(['The tools were excused until 2026-12-31. Look again.']);
  });

  test('is not excused for longer than was said, nor once it is gone', () => {
    expect(judge([rotten], [excuse], '2026-12-31').problems).toEqual([]);
    expect(judge([rotten], [excuse], '2027-01-01').problems).toEqual([
      'pear GHSA-aaaa-bbbb-cccc: the exception held until 2026-12-31. Look again.',
    ]);
    expect(judge([], [excuse]).problems).toEqual(['pear GHSA-aaaa-bbbb-cccc: nothing of this is found any more. Remove the exception.']);
  });
});

test.each([
  ['', 'npm said nothing'],
  ['npm could not be started: ENOENT\nand more', 'npm could not be started: ENOENT'],
  ['{"message":"405 Method Not Allowed"}', '405 Method Not Allowed'],
  ['{"error":{"summary":"no lock file"}}', 'no lock file'],
  ['{}', 'npm gave no report'],
])('of %j it is said that nothing was found out', (output, unanswered) => {
  expect(readFindings(output)).toEqual({ unanswered });
});

describe("npm's own audit", () => {
  let registry: Server;
  let folder: string;
  let parts: AuditParts;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'qunhui-audit-'));
    const own = { name: 'orchard', version: '1.0.0', dependencies: { pear: '1.0.0' } };
    writeFileSync(join(folder, 'package.json'), JSON.stringify(own));
    const packages = { '': own, 'node_modules/pear': { version: '1.0.0' } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...own, lockfileVersion: 3, packages }));
    const advisory = {
      id: 7,
      url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
      title: 'goes off',
      severity: 'high',
      vulnerable_versions: '<2',
    };
    // A registry as npm asks it: for advisories about what is in the lock file, and for the versions that there are.
    registry = createServer((request, response) => {
      const answer =
        request.method === 'POST' ? { pear: [advisory] } : { name: 'pear', versions: { '1.0.0': { name: 'pear', version: '1.0.0' } } };
      request.resume().once('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify(answer)));
    });
    await new Promise<void>((listening) => registry.listen(0, '127.0.0.1', listening));
    const address = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
    parts = { folder, registry: address, tools: press, exceptions: [excuse], judgedOn: '2026-11-28', today: '2026-12-01' };
  });
  afterAll(async () => {
    await new Promise((closed) => registry.close(closed));
    rmSync(folder, { recursive: true });
  });

  test('passes with what is excused, fails with what is not, and fails nothing before anybody has judged', async () => {
    const [excused, unexcused, unjudged] = await Promise.all([
      auditDependencies(parts),
      auditDependencies({ ...parts, exceptions: [] }),
      auditDependencies({ ...parts, exceptions: [], judgedOn: null }),
    ]);
    expect(excused).toEqual({ passed: 1, failed: 0, output: 'Findings: 1 in what people reach, 0 in tools.' });
    expect(unexcused).toMatchObject({ passed: 0, failed: 1, output: expect.stringContaining('pear <2: goes off') });
    expect(unjudged).toMatchObject({ passed: 0, failed: 0, notRun: expect.stringContaining('1 in what people reach') });
  });

  test('where no registry answers is said not to have run', async () => {
    const result = await auditDependencies({ ...parts, registry: 'http://127.0.0.1:9/' });
    expect(result).toMatchObject({ passed: 0, failed: 0, notRun: expect.stringContaining('the registry gave no audit') });
  });
});
