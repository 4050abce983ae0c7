// Runs every check of the repository, step by step, and ends with how many passed and failed.
//   npm test                    everything
//   npm run test:fast           what needs neither a browser nor a server nor a build
//   npm test -- types features  only the steps that are named

import { stopPrograms } from './workshop/run-program';
import { type StepResult, type TestStep, testSteps } from './workshop/test-steps';

function chooseSteps(names: readonly string[]): readonly TestStep[] {
  if (names.includes('--fast')) return testSteps.filter((step) => step.fast);
  if (names.length === 0) return testSteps;
  const unknown = names.filter((name) => !testSteps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`No step is called ${unknown.join(', ')}; there are ${testSteps.map((step) => step.name).join(', ')}.`);
  return testSteps.filter((step) => names.includes(step.name));
}

async function runStep(step: TestStep): Promise<StepResult> {
  try {
    return await step.run();
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
}

/** Steps that run at the same time: each keeps one core busy and a second one now and then. */
const AT_ONCE = 2;

let isStopped = false;

/** What became of every step. */
interface Outcome {
  passed: number;
  failed: number;
  readonly broken: string[];
  readonly notRun: string[];
}

async function tellStep(step: TestStep, name: string, outcome: Outcome): Promise<void> {
  console.log(`${name}: ${step.says}`);
  const startedAt = Date.now();
  const { passed, failed, output, notRun } = await runStep(step);
  outcome.passed += passed;
  outcome.failed += failed;
  if (failed > 0) outcome.broken.push(step.name);
  if ((failed > 0 || notRun !== undefined) && output !== '') console.log(output.trimEnd());
  if (notRun !== undefined) outcome.notRun.push(`${step.name} (${notRun})`);
  console.log(`${name}: ${passed} passed, ${failed} failed, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

/** Runs the steps in their order, some at a time; one that works on the outcome of another waits for it. */
async function runSteps(steps: readonly TestStep[]): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failed: 0, broken: [], notRun: [] };
  const waiting = [...steps];
  const ended = new Map<string, Promise<void>>();
  const runNext = async (): Promise<void> => {
    for (;;) {
      const step = waiting.shift();
      if (step === undefined || isStopped) return;
      const name = `[${steps.indexOf(step) + 1}/${steps.length}] ${step.name}`;
      const run = Promise.resolve(ended.get(step.after ?? '')).then(() => tellStep(step, name, outcome));
      ended.set(step.name, run);
      await run;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  return outcome;
}

async function main(): Promise<void> {
  const { passed, failed, broken, notRun } = await runSteps(chooseSteps(process.argv.slice(2)));
  if (notRun.length > 0) console.log(`Not run: ${notRun.join('; ')}`);
  if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = isStopped ? 130 : failed > 0 ? 1 : 0;
}

/** Ends what runs, and begins nothing more. */
function stop(): void {
  isStopped = true;
  stopPrograms();
}

process.once('SIGINT', stop).once('SIGTERM', stop);
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
