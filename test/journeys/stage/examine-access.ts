// Looks at a screen as those do who listen to it or move through it by keyboard: axe knows what browsers tell them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(resolve(__dirname, '..', '..', '..', 'node_modules/axe-core/axe.min.js'), 'utf8');

/** The rules of axe that we do not ask, each with the reason. */
const notAsked: Readonly<Record<string, string>> = {
  'color-contrast': 'examineScreen measures it too, with what lies below half transparent colours, at a tenth of the time',
};

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** @returns a sentence for everything on the page that is a serious or critical hindrance; none when all is well */
export async function examineAccess(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (ids) => {
    const { axe } = window as unknown as { axe: { run(settings: object): Promise<{ violations: Violation[] }> } };
    const rules = Object.fromEntries(ids.map((id) => [id, { enabled: false }]));
    return (await axe.run({ resultTypes: ['violations'], rules })).violations;
  }, Object.keys(notAsked));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, such as ${nodes[0]?.html.slice(0, 200)}`);
}
