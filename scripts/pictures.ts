// Approves the pictures of all screens as they are now: `npm run pictures` builds the web app, writes the pictures that differ from the
// approved ones, takes away those of screens that are no longer listed, and writes the table of docs/experience.md.
import { join } from 'node:path';
import { buildApp } from './workshop/build-app';
import { repositoryRoot } from './workshop/repository-root';
import { runNode, stopPrograms } from './workshop/run-program';

async function main(): Promise<void> {
  await buildApp('h5');
  console.log('Taking the pictures: a minute or two …');
  const vitest = join(repositoryRoot, 'node_modules/vitest/vitest.mjs');
  const { code, output } = await runNode([vitest, 'run', '--project', 'journeys', 'test/journeys/gallery.test.ts'], {
    env: { APPROVE_PICTURES: '1' },
  });
  if (code !== 0) throw new Error(`Not every picture could be taken.\n${output}`);
  console.log('All pictures are approved; `git status test/approved docs/experience.md` names those that changed.');
}

process.once('SIGINT', stopPrograms);
process.once('SIGTERM', stopPrograms);
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
