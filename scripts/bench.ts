// Measures this product against what it stands on, in the same run: `npm run bench -- claim`, or another name of scripts/bench/benches-process.ts, or `all`; `--json` for programs, `--small` to try one out.
import { bundleProgram } from './workshop/bundle-program';

process.setSourceMapsEnabled(true);
// As the server runs: bundled.
bundleProgram('scripts/bench/benches-process.ts')
  .then((path) => import(path))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
