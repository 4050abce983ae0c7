// Prints steps and questions as a person can read them, and repeat them by hand.
import { type BuiltFolder, sizeInWords } from './built-folder';
import type { CloudRequest } from './cloud-request';
import type { Step } from './step';
import type { Words } from './words';

const FILES_SHOWN_MAX = 30;
const indent = (text: string) => text.replaceAll(/^/gm, '      ');

/** An argument as a shell would want it. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}

/** A request as it goes out, without the signature. */
export function requestLines({ service, action, parameters }: CloudRequest): string[] {
  return [`POST https://${service}.tencentcloudapi.com/  ${action}`, `  ${JSON.stringify(parameters)}`].map(indent);
}

function folderLines(folder: BuiltFolder, words: Words): string[] {
  if (folder.files.length === 0) return [indent(words.show.notBuilt(folder.path))];
  const shown = [...folder.files].sort((one, other) => other.bytes - one.bytes).slice(0, FILES_SHOWN_MAX);
  const rest = folder.files.length - shown.length;
  return [
    words.show.folder(folder.path, folder.files.length, sizeInWords(folder.bytes)),
    ...shown.map(({ path, bytes }) => `  ${path}  ${sizeInWords(bytes)}`),
    ...(rest > 0 ? [`  ${words.show.more(rest)}`] : []),
  ].map(indent);
}

/** Everything that a step does, line by line. */
function stepLines(step: Step, words: Words): string[] {
  switch (step.kind) {
    case 'build':
      return [indent(`npm run build -- ${step.part}`)];
    case 'write':
      return [indent(words.show.file(step.name)), indent(step.shown)];
    case 'program':
      return [
        indent(`$ ${[step.program, ...step.args].map(quoted).join(' ')}`),
        ...step.carries.flatMap((folder) => folderLines(folder, words)),
      ];
    case 'request':
      return requestLines(step.request);
  }
}

/** All steps with their numbers, for a dry run. */
export function planLines(steps: readonly Step[], words: Words): string[] {
  return steps.flatMap((step, index) => [`[${index + 1}/${steps.length}] ${step.title}`, ...stepLines(step, words)]);
}
