// The playground's page cannot use the app's style sheets, so its colours are held to the app's tokens here.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chartColours } from '#app/ui/chart/chart-colours';

const root = resolve(__dirname, '..', '..');
const tokens = readFileSync(resolve(root, 'src/ui/tokens.scss'), 'utf8');
const page = readFileSync(resolve(root, 'cloudfunctions/hosts/node/playground/page/page.css'), 'utf8');

/** The variables that the first block after `start` sets. */
function variables(text: string, start: string): Record<string, string> {
  const block = text.slice(text.indexOf(start) + start.length).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

describe('the playground has the colours of the app', () => {
  test.each([
    ['light', '@mixin light {', ':root {'],
    ['dark', '@mixin dark {', 'dark) {\n  :root {'],
  ])('in the %s', (_theme, ofApp, ofPage) => {
    const shown = variables(page, ofPage);
    expect(Object.keys(shown).length).toBeGreaterThan(8);
    expect(variables(tokens, ofApp)).toMatchObject(shown);
  });
});

describe('charts have the colours of the app', () => {
  test.each([
    ['light', '@mixin light {'],
    ['dark', '@mixin dark {'],
  ] as const)('in the %s', (theme, ofApp) => {
    expect(variables(tokens, ofApp)).toMatchObject(
      Object.fromEntries(Object.entries(chartColours[theme]).map(([name, colour]) => [`--${name}`, colour])),
    );
  });
});
