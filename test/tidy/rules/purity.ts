// Rules are pure: no clock, no chance, no waiting, nothing of the world around them.
import ts from 'typescript-5';
import { type Complaint, lineOf, parse, type SourceFile, visit } from '../repository';

/** Names that reach out of a pure function. */
const impureNames = new Set([
  'process',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Promise',
  'fetch',
  'crypto',
  'performance',
  'Intl',
  'globalThis',
  'window',
  'document',
  'localStorage',
]);

/** Where a rule bends, and why. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // The time zone database is in every engine behind Intl; with the zone given, its answer is a fact and not the machine's.
  'core/values/day.ts': ['Intl'],
};

/** Members of `Date` and `Math` whose answer differs from call to call. */
const impureMembers = new Set(['Date.now', 'Math.random']);

/** Methods of a date that depend on the machine's zone or language. */
const localMethods = /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$|^toLocale|^to(Date|Time)?String$/;

/** Whether an identifier is used as a name of the world, and not as the name of a property. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) return parent.name !== node;
  return !(ts.isBindingElement(parent) && parent.propertyName === node);
}

/** The names that a file declares itself, such as a parameter called `document`; they are not the world's. */
function namesDeclaredIn(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  visit(tree, (node) => {
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name))
      names.add(node.name.text);
  });
  return names;
}

function complaintOf(node: ts.Node, known: ReadonlySet<string>): string | null {
  if (ts.isIdentifier(node) && impureNames.has(node.text) && isFree(node) && !known.has(node.text)) return `uses ${node.text}`;
  if (ts.isPropertyAccessExpression(node)) {
    const name = `${node.expression.getText()}.${node.name.text}`;
    if (impureMembers.has(name)) return `uses ${name}`;
    // A number's own toString is as good anywhere; only a date's depends on where it runs.
    if (localMethods.test(node.name.text) && /^new Date\b|[dD]ate$/.test(node.expression.getText()))
      return `uses ${node.name.text} of a date`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0)
    return 'asks for the present moment';
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return 'is asynchronous';
  if (ts.isAwaitExpression(node)) return 'waits';
  return null;
}

/** Everything in a file that a pure function may not use. */
export function complainAboutImpurity(file: SourceFile): Complaint[] {
  const tree = parse(file);
  const complaints: Complaint[] = [];
  const known = new Set([...namesDeclaredIn(tree), ...(exceptions[file.path] ?? [])]);
  visit(tree, (node) => {
    const what = complaintOf(node, known);
    if (what) complaints.push({ path: file.path, line: lineOf(tree, node), what });
  });
  return complaints;
}
