// Programs as they run in earnest: a bundle finds what lies beside its sources, and wraps no function.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bundleProgram } from '../../scripts/workshop/bundle-program';
import { repositoryRoot } from '../../scripts/workshop/repository-root';

test('a bundle knows where its sources lie, and the same from several at once', async () => {
  const [path] = await Promise.all([1, 2, 3].map(() => bundleProgram('scripts/workshop/repository-root.ts')));
  const bundled: typeof import('../../scripts/workshop/repository-root') = await import(path ?? '');
  expect(bundled.repositoryRoot).toBe(repositoryRoot);
});

test('the server’s bundle makes no closure through a helper that names it', async () => {
  const text = await readFile(await bundleProgram('cloudfunctions/hosts/node/main.ts'), 'utf8');
  expect(text).toContain('runServer');
  expect(text).not.toContain('__name(');
});
