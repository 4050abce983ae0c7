// Reads the repository for the tidy tests: which files there are, and what the TypeScript ones say.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript-5';

/** The repository's root. */
export const root = resolve(__dirname, '..', '..');

const notOurs = new Set(['node_modules', 'dist', '.git', '.cache', '.data', '.swc', 'artifacts']);

/** What a rule says about a file: where, and what is wrong there. */
export interface Complaint {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** One file of the repository; its path is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** Every file whose name matches, below the folders that are named, or below the root. */
export function readFiles(pattern: RegExp, folders: readonly string[] = ['.']): SourceFile[] {
  return folders
    .flatMap((folder) => walk(join(root, folder)))
    .filter((path) => pattern.test(path))
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

/** The folders that hold code. */
export const codeFolders = ['core', 'cloudfunctions', 'src', 'config', 'scripts', 'test'] as const;

/** Parses TypeScript; a file is parsed once however many rules look at it. */
export function parse(file: SourceFile): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const kind = file.path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind);
  parsed.set(file, tree);
  return tree;
}
const parsed = new WeakMap<SourceFile, ts.SourceFile>();

/** The line, from 1, on which a node begins. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

/** Calls `look` with every node of a tree. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visit(child, look));
}

/** One import of a file. */
export interface Import {
  /** What was written. */
  readonly specifier: string;
  /** The file of the repository that is meant, without certainty about its ending, or null for a package. */
  readonly target: string | null;
  readonly typesOnly: boolean;
  readonly line: number;
}

const aliases: readonly (readonly [string, string])[] = [
  ['#core/', 'core/'],
  ['#server/', 'cloudfunctions/'],
  ['#app/', 'src/'],
];

/** The path that a specifier means when written in a file, or null if it means a package. */
export function targetOf(path: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return join(dirname(path), specifier).replaceAll('\\', '/');
  const alias = aliases.find(([prefix]) => specifier.startsWith(prefix));
  return alias ? alias[1] + specifier.slice(alias[0].length) : null;
}

function isTypesOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  return !clause.name && names !== undefined && ts.isNamedImports(names) && names.elements.every((name) => name.isTypeOnly);
}

/** All imports of a file: static ones, re-exports and `import()`. */
export function importsOf(file: SourceFile): Import[] {
  const tree = parse(file);
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typesOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    found.push({ specifier: specifier.text, target: targetOf(file.path, specifier.text), typesOnly, line: lineOf(tree, node) });
  };
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, isTypesOnly(node));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node, node.arguments[0], false);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
  });
  return found;
}
