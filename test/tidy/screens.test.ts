// Every page of the app is listed with its one job and its pictures, and docs/experience.md says the same.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { allPages, allPictures } from '../journeys/gallery/all-pages';
import { withTable } from '../journeys/gallery/experience-table';
import { root } from './repository';

const approved = join(root, 'test/approved');

/** All approved pictures together, in bytes: they are part of every clone. */
const BYTES_MAX = 1.2 * 1_024 * 1_024;

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

async function pagesOfApp(): Promise<readonly string[]> {
  // Taro's word for "this is the configuration": it hands it on.
  vi.stubGlobal('defineAppConfig', (config: unknown) => config);
  const { default: config }: { default: unknown } = await import('#app/app.config');
  const { pages, subPackages } = config as AppConfig;
  return [...pages, ...subPackages.flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))];
}

test('every page of the app has its line, once', async () => {
  expect(allPages.map(({ page }) => page).sort()).toEqual([...(await pagesOfApp())].sort());
});

test.each(allPages)('$page is called as on top of it: $title', ({ page, title }) => {
  const config = readFileSync(join(root, 'src', `${page}.config.ts`), 'utf8');
  expect(/navigationBarTitleText: '([^']*)'/.exec(config)?.[1] ?? title).toBe(title);
});

test('every picture has a line, and every line a picture', () => {
  expect(readdirSync(approved).sort()).toEqual(allPictures.map(({ name }) => `${name}.png`).sort());
});

test('the pictures are small', () => {
  const bytes = readdirSync(approved).reduce((sum, file) => sum + statSync(join(approved, file)).size, 0);
  expect(bytes).toBeLessThanOrEqual(BYTES_MAX);
});

test('docs/experience.md has the table, as `npm run pictures` writes it', () => {
  const document = readFileSync(join(root, 'docs/experience.md'), 'utf8');
  expect(withTable(document)).toBe(document);
});
