// Compiles every template of a built mini-program with WeChat's own compiler, and looks for what its parts name but do not have.
import { dirname, join } from 'node:path/posix';
import type { BuiltPackage, PackageComplaint } from './built-package';
import { runOfficialCompiler } from './official-compilers';

interface ComponentSettings {
  readonly usingComponents?: Readonly<Record<string, string>>;
}

/** What wcc wants to know of components: how many templates use some, then each with its number and names. */
function componentsFor(built: BuiltPackage, templates: readonly string[]): string {
  const users = templates.flatMap((file) => {
    const settings = file.replace(/wxml$/, 'json');
    const used = built.files.includes(settings) ? Object.keys(built.json<ComponentSettings>(settings).usingComponents ?? {}) : [];
    return used.length === 0 ? [] : [[file, `${used.length}`, ...used]];
  });
  return [`${users.length}`, ...users.flat()].join(' ');
}

/** Complains about templates that wcc cannot compile. */
export async function complainAboutTemplates(built: BuiltPackage): Promise<PackageComplaint[]> {
  const templates = built.ending('.wxml');
  const args = ['-d', '-cc', componentsFor(built, templates), ...templates, ...built.ending('.wxs'), '-gn', '$gwx'];
  const { code, said } = await runOfficialCompiler('wcc', args, built.folder);
  return code === 0 ? [] : [{ file: 'wxml', what: `wcc: ${said === '' ? 'stopped without a word' : said}` }];
}

const reference = /<(?:import|include|wxs)\b[^>]*?\bsrc="([^"{]+)"/g;

function targetOf(file: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : join(dirname(file), target);
}

/** Complains about templates and components that are named and not there: wcc lets them pass, the phone shows nothing in their place. */
export function complainAboutReferences(built: BuiltPackage): PackageComplaint[] {
  const templates = built.ending('.wxml').flatMap((file) =>
    Array.from(built.text(file).matchAll(reference), (match) => ({ file, target: targetOf(file, match[1] ?? '') })).map(
      ({ file, target }) => ({
        file,
        target: /\.\w+$/.test(target) ? target : `${target}.wxml`,
      }),
    ),
  );
  const components = built.ending('.json').flatMap((file) =>
    Object.values(built.json<ComponentSettings>(file).usingComponents ?? {}).map((target) => ({
      file,
      target: `${targetOf(file, target)}.wxml`,
    })),
  );
  return [...templates, ...components]
    .filter(({ target }) => !built.files.includes(target))
    .map(({ file, target }) => ({ file, what: `names ${target}, which is not in the package` }));
}
