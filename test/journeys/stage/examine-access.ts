// Looks at a screen as those do who listen to it or move through it by keyboard: axe knows what browsers tell them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(resolve(__dirname, '..', '..', '..', 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What of axe's rules we do not ask, each with the reason; `of` where it is not asked of some elements only. */
const notAsked: readonly { readonly rule: string; readonly of?: string; readonly reason: string }[] = [
  {
    rule: 'color-contrast',
    reason: 'examineScreen measures it too, with what lies below half transparent colours, at a tenth of the time',
  },
  {
    rule: 'label-content-name-mismatch',
    of: '.chat, .bar, .guide, .tabs',
    reason: 'the playground’s buttons show a face, a count or a sign, and their names say whose, of what and what for',
  },
  { rule: 'label-content-name-mismatch', of: '.seal', reason: 'the seal is a picture of a date, and its name says what the picture means' },
];

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly target: readonly string[] }[];
}

interface Axe {
  readonly _audit: { readonly rules: readonly { readonly id: string; readonly impact: string | null }[] };
  run(settings: object): Promise<{ readonly violations: readonly Violation[] }>;
}

/** @returns a sentence for everything on the page that is a serious or critical hindrance; none when all is well */
export async function examineAccess(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (exceptions) => {
    const { axe } = window as unknown as { axe: Axe };
    const never = exceptions.filter(({ of }) => of === undefined).map(({ rule }) => rule);
    // What a rule finds is as grave as the rule is: those of less are not asked at all.
    const slight = axe._audit.rules.filter(({ impact }) => impact !== 'serious' && impact !== 'critical').map(({ id }) => id);
    const rules = Object.fromEntries([...never, ...slight].map((rule) => [rule, { enabled: false }]));
    const { violations: found } = await axe.run({ resultTypes: ['violations'], rules });
    return found.map(({ id, impact, help, nodes }) => {
      const excused = exceptions.filter(({ rule, of }) => rule === id && of !== undefined).map(({ of }) => of ?? '');
      const isExcused = (target: string) => excused.some((of) => document.querySelector(target)?.closest(of) != null);
      return { id, impact, help, nodes: nodes.filter(({ target }) => !isExcused(target[0] ?? '')).map(({ html }) => html) };
    });
  }, notAsked);
  return violations
    .filter(({ impact, nodes }) => (impact === 'serious' || impact === 'critical') && nodes.length > 0)
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.length} times, such as ${nodes[0]?.slice(0, 200)}`);
}
