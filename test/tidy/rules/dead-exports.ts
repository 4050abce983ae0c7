// Finds exports that no program uses, and those that need not be exports. It goes by names, so what it complains about is certain.
import ts from 'typescript-5';
import { type Complaint, lineOf, parse, type SourceFile, visit } from '../repository';

/** The reference that the other stores are compared with; tests are its whole purpose. */
const forTests = /^cloudfunctions\/adapters\/store-memory\//;

interface Exported {
  readonly name: string;
  readonly line: number;
  readonly isType: boolean;
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  }
  const isNamed = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || isTypeOnly(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function isTypeOnly(statement: ts.Statement): statement is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
}

/** What a file exports by name; what is its default leads somewhere by its place. */
function exportsOf(file: SourceFile): readonly Exported[] {
  const tree = parse(file);
  return tree.statements.flatMap((statement) => {
    const modifiers = (ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined)?.map(({ kind }) => kind) ?? [];
    if (!modifiers.includes(ts.SyntaxKind.ExportKeyword) || modifiers.includes(ts.SyntaxKind.DefaultKeyword)) return [];
    return namesOf(statement).map((name) => ({ name, line: lineOf(tree, statement), isType: isTypeOnly(statement) }));
  });
}

/** How often each file says each name. */
function mentionsIn(files: readonly SourceFile[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const mentions = new Map<string, Map<string, number>>();
  for (const file of files) {
    visit(parse(file), (node) => {
      if (!ts.isIdentifier(node)) return;
      const counts = mentions.get(node.text) ?? new Map<string, number>();
      mentions.set(node.text, counts.set(file.path, (counts.get(file.path) ?? 0) + 1));
    });
  }
  return mentions;
}

/**
 * Complains about every export that only tests use, or nothing at all; and about every value that nothing outside of its file asks for. A
 * type may be exported for whoever reads the signature that it stands in.
 */
export function complainAboutDeadExports(files: readonly SourceFile[]): Complaint[] {
  const mentions = mentionsIn(files);
  const isTest = (path: string) => path.startsWith('test/');
  return files
    .filter(({ path }) => !isTest(path) && !forTests.test(path))
    .flatMap((file) =>
      exportsOf(file).flatMap(({ name, line, isType }) => {
        const counts = mentions.get(name) ?? new Map<string, number>();
        const others = [...counts.keys()].filter((path) => path !== file.path);
        if (others.some((path) => !isTest(path))) return [];
        if (counts.get(file.path) === 1) return [{ path: file.path, line, what: `no program uses ${name}` }];
        return isType || others.length > 0 ? [] : [{ path: file.path, line, what: `${name} need not be exported` }];
      }),
    );
}
