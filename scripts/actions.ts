// Prints the contract, action by action: `npm run actions` as a Markdown table, `npm run actions -- --json` with all shapes.
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { type ActionName, contract } from '#core/contract';

/** An action as it is printed. */
interface PrintedAction {
  readonly name: string;
  readonly who: string;
  readonly kind: string;
  readonly input: unknown;
  readonly output: unknown;
  readonly refusals: readonly string[];
}

// Checks that are functions (a day that exists, a known zone) have no JSON Schema: the shape is printed without them.
function shapeOf(schema: GenericSchema): unknown {
  const { $schema: _, ...shape } = toJsonSchema(schema, { errorMode: 'ignore' });
  return shape;
}

function printedActions(): PrintedAction[] {
  const names = Object.keys(contract) as ActionName[];
  return names.map((name) => {
    const { who, kind, input, output, refusals } = contract[name];
    return { name, who, kind, input: shapeOf(input), output: shapeOf(output), refusals };
  });
}

function markdown(actions: readonly PrintedAction[]): string {
  const rows = actions.map(({ name, who, kind, refusals }) => {
    const reasons = refusals.length === 0 ? '–' : refusals.map((code) => `\`${code}\``).join(', ');
    return `| \`${name}\` | ${who} | ${kind} | ${reasons} |`;
  });
  return ['| action | who | kind | may refuse with |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

const actions = printedActions();
console.log(process.argv.includes('--json') ? JSON.stringify(actions, null, 2) : markdown(actions));
