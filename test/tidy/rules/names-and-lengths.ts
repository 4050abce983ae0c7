// Files and functions stay small, are named after what they hold, and say first what they are for.
import ts from 'typescript-5';
import { type Complaint, lineOf, parse, type SourceFile, visit } from '../repository';

const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 70;

/** Names that say nothing about what is inside. */
const emptyNames = /^(utils?|helpers?|common|data|info|misc|stuff|shared|manager)$/;

/** What lists the whole is as long as the whole. */
const mayBeLong = /^core\/(contract|tables|refusals)\.ts$|^test\/|\.css$/;

/** Complains about a file or folder whose name is empty of meaning, or not in kebab-case. */
export function complainAboutName({ path }: SourceFile): Complaint[] {
  const words = path.split('/').map((part) => part.replace(/\..*$/, ''));
  const complaints = words.filter((word) => emptyNames.test(word)).map((word) => ({ path, line: 1, what: `"${word}" says nothing` }));
  const unusual = path
    .split('/')
    .filter((part) => !/^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part) && !/^(zh-CN|en)([.-]|$)/.test(part));
  return [...complaints, ...unusual.map((part) => ({ path, line: 1, what: `"${part}" is not kebab-case` }))];
}

/** Complains about a file that does not open with a sentence on what it is for. */
export function complainAboutOpening({ path, text }: SourceFile): Complaint[] {
  const first = text.replace(/^#!.*\n/, '').split('\n', 1)[0] ?? '';
  const sentence = /^(?:\/\/|\/\*\*?) ?(?:@vitest-environment \S+)?(.*)/.exec(first)?.[1]?.trim() ?? '';
  return sentence.length >= 8 && /^[A-Z\p{Script=Han}`]/u.test(sentence)
    ? []
    : [{ path, line: 1, what: 'does not say first what it is for' }];
}

function linesOf(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

/** Complains about a file of 300 lines or more. */
export function complainAboutLength({ path, text }: SourceFile): Complaint[] {
  const lines = linesOf(text);
  return lines < FILE_LINES_MAX || (mayBeLong.test(path) && !path.startsWith('test/'))
    ? []
    : [{ path, line: 1, what: `has ${lines} lines` }];
}

/** Complains about functions of 70 lines or more; the blocks of a test file are no functions. */
export function complainAboutFunctions(file: SourceFile): Complaint[] {
  if (mayBeLong.test(file.path)) return [];
  const tree = parse(file);
  const complaints: Complaint[] = [];
  visit(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
    const lines = linesOf(node.getText(tree));
    if (lines >= FUNCTION_LINES_MAX) complaints.push({ path: file.path, line: lineOf(tree, node), what: `a function of ${lines} lines` });
  });
  return complaints;
}

const machinePaths = /(?<![\w.])(?:\/(?:home|Users|root|work|tmp\/[a-z])\/[\w.-]+|[A-Z]:\\Users\\)/;

/** Complains about a path that exists on one machine only. */
export function complainAboutMachinePaths({ path, text }: SourceFile): Complaint[] {
  return text.split('\n').flatMap((line, index) => {
    const found = machinePaths.exec(line);
    return found ? [{ path, line: index + 1, what: `names ${found[0]}` }] : [];
  });
}
