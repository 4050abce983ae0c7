// Reads every script of a built mini-program as an old phone would: nothing newer than ES2018, and no name that the logic layer lacks.
import { type Options, parse } from 'acorn';
import type { BuiltPackage, PackageComplaint } from './built-package';
import { givenNames, type NameAllowance, nameAllowances } from './known-names';
import { type SyntaxPath, visitScript } from './syntax-tree';

/** DevTools is told not to compile again (project.config.json), so this is what reaches the phone. */
const syntax: Options = { ecmaVersion: 2018, sourceType: 'script' };

/** Complains about a script that an engine of ES2018 cannot read. */
export function complainAboutSyntax(built: BuiltPackage): PackageComplaint[] {
  return built.ending('.js').flatMap((file) => {
    try {
      parse(built.text(file), syntax);
      return [];
    } catch (error) {
      return [{ file, what: `is not ES2018: ${error instanceof Error ? error.message : String(error)}` }];
    }
  });
}

/** Regular expressions that look behind are ES2018, but phones with iOS 16.3 or older cannot read the whole file. */
const lookbehind = /\(\?<[=!]/;

/** Complains about regular expressions that look behind. */
export function complainAboutLookbehind(built: BuiltPackage): PackageComplaint[] {
  return built.ending('.js').flatMap((file) => {
    const found: PackageComplaint[] = [];
    visitScript(built.text(file), {
      RegExpLiteral: ({ node }) => {
        if (lookbehind.test(node.pattern ?? '')) found.push({ file, what: `looks behind: /${node.pattern}/` });
      },
    });
    return found;
  });
}

/** One use of a name that the file does not declare. */
interface FreeUse {
  readonly name: string;
  readonly place: string;
  /** Whether it only asks what the name is, or stands where a `typeof` of it has been asked before. */
  readonly guarded: boolean;
  /** Whether it makes a function of a text, which WeChat forbids. */
  readonly makesFunction: boolean;
}

function asksFor(path: SyntaxPath): boolean {
  return path.parentPath?.node.type === 'UnaryExpression' && path.parentPath.node.operator === 'typeof';
}

/** The function that a node stands in, or the whole file. */
function homeOf(path: SyntaxPath): SyntaxPath {
  let home = path;
  while (home.parentPath && !home.isFunction()) home = home.parentPath;
  return home;
}

/** Every use of a name that a script does not declare. */
function freeUsesIn(source: string): FreeUse[] {
  const found: { path: SyntaxPath; name: string }[] = [];
  visitScript(source, {
    Identifier: (path) => {
      const { name = '' } = path.node;
      const assigned = path.parentPath?.node.type === 'AssignmentExpression' && path.key === 'left';
      if ((path.isReferencedIdentifier() || assigned) && !path.scope.hasBinding(name, true)) found.push({ path, name });
    },
  });
  const questions = found.filter(({ path }) => asksFor(path));
  // A question guards what comes after it in the function where it was asked, and in the functions inside that one.
  const guards = ({ path, name }: { path: SyntaxPath; name: string }) =>
    questions.some((question) => {
      const [home, asked, used] = [homeOf(question.path).node, question.path.node.start ?? 0, path.node.start ?? 0];
      return question.name === name && asked < used && used < (home.end ?? 0);
    });
  return found.map(({ path, name }) => {
    const { type } = path.parentPath?.node ?? { type: '' };
    const { line, column } = path.node.loc?.start ?? { line: 0, column: 0 };
    return {
      name,
      place: `${line}:${column}`,
      guarded: asksFor(path) || guards({ path, name }),
      makesFunction: name === 'Function' && path.key === 'callee' && (type === 'NewExpression' || type === 'CallExpression'),
    };
  });
}

function covers(allowance: NameAllowance, file: string, use: FreeUse): boolean {
  return allowance.name === use.name && file.startsWith(allowance.file) && (use.guarded || !allowance.guarded);
}

/**
 * Complains about names that the logic layer lacks: those of a browser, of Node, or of a newer language.
 * @param allowances the uses that have a reason
 */
export function complainAboutNames(built: BuiltPackage, allowances: readonly NameAllowance[] = nameAllowances): PackageComplaint[] {
  const missing = built.ending('.js').flatMap((file) =>
    freeUsesIn(built.text(file))
      .filter((use) => !givenNames.has(use.name) && !allowances.some((allowance) => covers(allowance, file, use)))
      .map(({ name, place }) => ({ file, what: `${place} uses ${name}, which WeChat does not give` })),
  );
  return missing;
}

/** Where a file may make functions of texts: the search for the global object, when there is neither globalThis nor a `this`. */
const functionMakers = ['runtime.js', 'vendors.js'];

/** Complains about functions made of texts: WeChat neither runs nor approves them. */
export function complainAboutMadeFunctions(built: BuiltPackage): PackageComplaint[] {
  return built.ending('.js').flatMap((file) => {
    const made = freeUsesIn(built.text(file)).filter(({ makesFunction, name }) => makesFunction || name === 'eval');
    const allowed = functionMakers.includes(file) ? 1 : 0;
    return made.slice(allowed).map(({ place, name }) => ({ file, what: `${place} makes a function of a text by ${name}` }));
  });
}

/** Complains about allowances that nothing needs any more. */
export function complainAboutAllowances(built: BuiltPackage): PackageComplaint[] {
  return nameAllowances
    .filter((allowance) => {
      const files = built.ending('.js').filter((file) => file.startsWith(allowance.file));
      return !files.some((file) => freeUsesIn(built.text(file)).some((use) => covers(allowance, file, use)));
    })
    .map(({ name, file }) => ({ file, what: `no longer uses ${name}: take its line out of known-names.ts` }));
}

/** Methods that came after ES2019, which WeChat's own polyfills do not bring to an older engine. */
const lateMethods = /\.(findLast|findLastIndex|toSorted|toReversed|toSpliced|hasOwn|groupBy|replaceAll|at(?=\(-?\d))\(/g;

/** Complains about methods that an older engine lacks. `at` is a word of ours, too, so only a number in it counts. */
export function complainAboutLateMethods(built: BuiltPackage): PackageComplaint[] {
  return built
    .ending('.js')
    .flatMap((file) =>
      Array.from(built.text(file).matchAll(lateMethods), ([, method]) => ({ file, what: `calls ${method}, which an older engine lacks` })),
    );
}
