// Kills the real server under load: `npm run crash -- --engine sqlite|postgres --times 20`; on PostgreSQL also its connections and the database.
import { parseArgs } from 'node:util';
import { type Blow, crashServer } from './crash/crash-server';
import { startProgressLine } from './workshop/progress-line';

const USAGE = `npm run crash -- --engine sqlite|postgres [--times 20] [--blow kill|cut|restart]
  --engine E  the database below the server
  --times N   how many rounds (20)
  --blow B    kill: the server by SIGKILL; on postgres also cut: its connections, restart: the database is stopped and started (kill)`;

const blowsOf: Readonly<Record<string, readonly Blow[]>> = { sqlite: ['kill'], postgres: ['kill', 'cut', 'restart'] };

/** Runs the command; answers with the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const options = {
    engine: { type: 'string' },
    times: { type: 'string', default: '20' },
    blow: { type: 'string', default: 'kill' },
  } as const;
  const { engine, times, blow } = parseArgs({ args: [...args], options }).values;
  const rounds = Number(times);
  const chosen = blowsOf[engine ?? '']?.find((one) => one === blow);
  if ((engine !== 'sqlite' && engine !== 'postgres') || chosen === undefined || !Number.isSafeInteger(rounds) || rounds < 1) {
    console.error(USAGE);
    return 2;
  }
  const progress = startProgressLine(`${rounds} rounds of ${blow} on ${engine}`);
  const report = await crashServer({
    engine,
    blows: Array.from({ length: rounds }, () => chosen),
    // Never the same stretch of load twice in a row.
    answersBefore: (round) => 20 + ((round * 37) % 180),
    onRound: (round) => progress.advance(round / rounds),
  });
  const { taps, acknowledged, unanswered, tryAgain, problems } = report;
  progress.finish(problems.length === 0 ? 'nothing was lost, nothing is half, nothing is doubled' : `${problems.length} problems`);
  for (const problem of problems.slice(0, 50)) console.log(problem);
  console.log(
    `${rounds} times ${blow} on ${engine}: ${taps} taps, ${acknowledged} acknowledged changes, ${unanswered} requests that nobody answered, ${tryAgain} that were told to try again, ${problems.length} problems.`,
  );
  return problems.length === 0 ? 0 : 1;
}

// Whatever ends the process before its report has not passed.
process.exitCode = 1;
main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
