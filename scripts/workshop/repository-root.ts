// Where the repository lies, whatever folder a command was started from.
import { resolve } from 'node:path';

/** The absolute path of the repository. */
export const repositoryRoot = resolve(__dirname, '..', '..');
