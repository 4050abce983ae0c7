// What each cloud function asks of WeChat and when its timer fires, as its config.json says: DevTools and the command line read the same.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { functionNames } from '../../scripts/deploy/wanted-functions';
import { functionConfigs } from './function-configs';

const hosts = resolve(__dirname, '..', '..', 'cloudfunctions/hosts/wechat');

test('every function of WeChat is deployed', () => {
  const folders = readdirSync(hosts, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...functionNames].sort());
});

describe.each(functionConfigs())('the config.json of $name', ({ config }) => {
  test('names interfaces as WeChat does', () => {
    for (const name of config.permissions?.openapi ?? []) expect(name).toMatch(/^[a-z][A-Za-z]+\.[a-z][A-Za-z]+$/);
  });

  test('has at most one timer, of seven fields', () => {
    const triggers = config.triggers ?? [];
    expect(triggers.length).toBeLessThanOrEqual(1);
    for (const trigger of triggers) expect(trigger.config.split(' ')).toHaveLength(7);
  });
});
