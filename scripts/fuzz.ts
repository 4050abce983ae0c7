// Sends many more odd requests than `npm test` does, in the process and over HTTP, and says what would not be answered as the contract says.
//   npm run fuzz -- --requests 1000000 --seed 7
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from './workshop/repository-root';
import { runNode } from './workshop/run-program';

/** One request in so many goes over HTTP. */
const OVER_HTTP = 10;

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < least) throw new Error(`--${name} takes a whole number from ${least}, not ${text}.`);
  return number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } },
  });
  const requests = wholeNumber('requests', values.requests, 1);
  const seed = wholeNumber('seed', values.seed, 0);
  const overHttp = Math.ceil(requests / OVER_HTTP);
  console.log(
    `${requests} requests in the process and ${overHttp} over HTTP, seed ${seed}: npm run fuzz -- --requests ${requests} --seed ${seed}`,
  );
  const vitest = join(repositoryRoot, 'node_modules', 'vitest/vitest.mjs');
  const files = ['test/simulation/fuzz.test.ts', 'test/hosts/fuzz.test.ts'];
  const env = { FUZZ_REQUESTS: String(requests), FUZZ_HTTP_REQUESTS: String(overHttp), FUZZ_SEED: String(seed) };
  const { code, output } = await runNode([vitest, 'run', '--project', 'simulation', '--project', 'hosts', ...files], { env });
  console.log(output.trimEnd());
  process.exitCode = code;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
