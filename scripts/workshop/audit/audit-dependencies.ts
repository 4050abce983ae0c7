// Asks npm what is known to be wrong with the packages of the lock file, and compares that with what has been judged.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '#core/values/day';
import type { StepResult } from '../test-steps';
import { type Judged, judgeFindings } from './judge-findings';
import { type LockFile, reachedFolders } from './lock-file';
import { readFindings } from './read-findings';

/** What an audit is made with. */
export interface AuditParts extends Judged {
  /** The folder of package.json and package-lock.json. */
  readonly folder: string;
  readonly judgedOn: Day | null;
  readonly today: Day;
  /** Who is asked; whom npm is set to ask if not said. */
  readonly registry?: string;
}

const ANSWER_MS = 30_000;

/** Runs npm's own audit, which only reads the lock file; npm tells its scripts where it lies. */
function askNpm({ folder, registry }: AuditParts): Promise<string> {
  const own = process.env['npm_execpath'];
  const [program, first] = own?.endsWith('.js') === true ? [process.execPath, [own]] : ['npm', []];
  const asked = ['audit', '--json', '--package-lock-only', '--fetch-retries=0', `--fetch-timeout=${ANSWER_MS}`];
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...asked, ...(registry === undefined ? [] : ['--registry', registry])], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 2 * ANSWER_MS,
    });
    const pieces: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
    child.once('error', (error) => resolve(`npm could not be started: ${error.message}`));
    child.once('close', () => resolve(Buffer.concat(pieces).toString('utf8')));
  });
}

/** Audits. Where no registry answers, nothing has been run, and that is said. */
export async function auditDependencies(parts: AuditParts): Promise<StepResult> {
  const report = readFindings(await askNpm(parts));
  if ('unanswered' in report) return { passed: 0, failed: 0, output: '', notRun: `the registry gave no audit: ${report.unanswered}` };
  const { packages }: { packages: LockFile } = JSON.parse(readFileSync(join(parts.folder, 'package-lock.json'), 'utf8'));
  const { reached, inTools, problems } = judgeFindings(report.findings, reachedFolders(packages, parts.tools.packages), parts, parts.today);
  const counts = `${reached.length} in what people reach, ${inTools.length} in tools`;
  if (parts.judgedOn === null && problems.length > 0) {
    return {
      passed: 0,
      failed: 0,
      output: problems.join('\n'),
      notRun: `nobody has judged what was found yet (${counts}), see config/dependency-audit.ts`,
    };
  }
  return { passed: problems.length === 0 ? 1 : 0, failed: problems.length, output: [`Findings: ${counts}.`, ...problems].join('\n') };
}
