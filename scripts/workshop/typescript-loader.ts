// How Node is told to run the TypeScript of this repository.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from './repository-root';

/** Options of Node; a whole address, since programs that are started from elsewhere inherit it. */
export const typescriptLoader: readonly string[] = [
  '--import',
  pathToFileURL(join(repositoryRoot, 'node_modules/tsx/dist/loader.mjs')).href,
];
