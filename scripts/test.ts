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

async function main(): Promise<void> {
  const steps = chooseSteps(process.argv.slice(2));
  const total = { passed: 0, failed: 0 };
  const broken: string[] = [];
  const notRun: string[] = [];
  for (const [index, step] of steps.entries()) {
    console.log(`[${index + 1}/${steps.length}] ${step.name}: ${step.says}`);
    const startedAt = Date.now();
    const result = await runStep(step);
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed > 0) broken.push(step.name);
    if ((result.failed > 0 || result.notRun !== undefined) && result.output !== '') console.log(result.output.trimEnd());
    if (result.notRun !== undefined) notRun.push(`${step.name} (${result.notRun})`);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`[${index + 1}/${steps.length}] ${step.name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  }
  if (notRun.length > 0) console.log(`Not run: ${notRun.join('; ')}`);
  if (broken.length > 0) console.log(`Failed: ${broken.join(', ')}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

process.once('SIGINT', () => {
  stopPrograms();
  process.exitCode = 130;
});
process.once('SIGTERM', stopPrograms);
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
