// Checks the built mini-program as WeChat's own tools and a reviewer would: `npm run check:package`, or with the path of another build.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BuiltPackage } from './workshop/package/built-package';
import { packageChecks } from './workshop/package/check-package';
import { repositoryRoot } from './workshop/repository-root';

async function main(folder: string): Promise<void> {
  // miniprogram-ci keeps what it remembers in folders of the place where it is started, with names that nobody would know.
  const place = mkdtempSync(join(tmpdir(), 'qunhui-check-'));
  process.chdir(place);
  const built = new BuiltPackage(folder);
  const broken: string[] = [];
  for (const { says, complain } of packageChecks) {
    const complaints = await complain(built);
    console.log(`${complaints.length === 0 ? 'ok    ' : 'FAILED'} ${says}`);
    for (const { file, what } of complaints) console.log(`       ${file}: ${what}`);
    if (complaints.length > 0) broken.push(says);
  }
  console.log(`${packageChecks.length - broken.length} passed, ${broken.length} failed`);
  process.chdir(repositoryRoot);
  rmSync(place, { recursive: true, force: true });
  // miniprogram-ci leaves a process of its own running, which would keep this one from ending.
  process.exit(broken.length > 0 ? 1 : 0);
}

main(resolve(process.argv[2] ?? join(repositoryRoot, 'dist/weapp'))).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
