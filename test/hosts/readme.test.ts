// The README says what the contract says.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(__dirname, '..', '..');

test('the README lists every action as the contract has it', () => {
  const printed = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/actions.ts'], { cwd: root, encoding: 'utf8' });
  const readme = readFileSync(resolve(root, 'README.md'), 'utf8');
  const listed = /<!-- actions:[^>]*-->\n([\s\S]*?)\n<!-- \/actions -->/.exec(readme)?.[1];
  expect(printed.stdout.trim()).toContain('coupon.claim');
  expect(listed).toBe(printed.stdout.trim());
});
