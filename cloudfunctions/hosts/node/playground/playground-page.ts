// Bundles the playground's page in memory: it is small, changes with the server, and needs no build step of its own.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartProblem } from '#server/hosts/node/environment';

/** The page as it is served. */
export interface PlaygroundPage {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

/** Bundles the page. The bundler is a development package: where it is left out, there is no demo either. */
export async function buildPlaygroundPage(): Promise<PlaygroundPage> {
  const folder = join(__dirname, 'page');
  const { build } = await import('esbuild').catch((cause: unknown) => {
    throw new StartProblem(
      'The playground needs the development packages (npm install without --omit=dev). Set DEMO=0 to start without it.',
      { cause },
    );
  });
  const [html, bundled] = await Promise.all([
    readFile(join(folder, 'index.html'), 'utf8'),
    build({
      entryPoints: [join(folder, 'page.ts'), join(folder, 'page.css')],
      outdir: folder,
      write: false,
      bundle: true,
      minify: true,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      logLevel: 'silent',
    }),
  ]);
  const textOf = (ending: string) => bundled.outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { html, script: textOf('.js'), style: textOf('.css') };
}
