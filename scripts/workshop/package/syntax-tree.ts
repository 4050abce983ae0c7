// Walks through a script's syntax tree with its scopes, by way of @babel/core, which brings no types of its own.
import { createRequire } from 'node:module';

/** A node of the tree, with the fields that the checks look at. */
export interface SyntaxNode {
  readonly type: string;
  readonly name?: string;
  readonly operator?: string;
  /** Of a regular expression. */
  readonly pattern?: string;
  readonly start?: number;
  readonly end?: number;
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } };
}

/** A node in its place. */
export interface SyntaxPath {
  readonly node: SyntaxNode;
  readonly key: string | number;
  readonly scope: { hasBinding(name: string, noGlobals: boolean): boolean };
  readonly parentPath: SyntaxPath | null;
  isReferencedIdentifier(): boolean;
  isFunction(): boolean;
}

interface Babel {
  parseSync(source: string, options: object): SyntaxNode;
  traverse(tree: SyntaxNode, visitor: Readonly<Record<string, (path: SyntaxPath) => void>>): void;
}

const babel: Babel = createRequire(__filename)('@babel/core');

/** Visits the nodes of a script by their types. */
export function visitScript(source: string, visitor: Readonly<Record<string, (path: SyntaxPath) => void>>): void {
  babel.traverse(babel.parseSync(source, { sourceType: 'script', configFile: false, babelrc: false }), visitor);
}
