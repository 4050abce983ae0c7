// Performs steps one after another, says which one runs, and stops in words at the first that fails.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudProblem, type SendCloudRequest } from './cloud-request';
import type { DeployWorld } from './deploy-world';
import { DeployRefusal } from './refusal';
import { runOutsideProgram } from './run-outside-program';
import type { ProgramStep, Step } from './step';
import type { Words } from './words';

/** What steps are performed with. */
export interface StepTools {
  readonly world: DeployWorld;
  readonly words: Words;
  /** A folder that exists for this run only. */
  readonly folder: string;
  readonly send: SendCloudRequest;
  /** Variables that programs get besides the environment. */
  readonly variables: Readonly<Record<string, string>>;
}

/** The command line of CloudBase marks a failure with this sign, and may end with 0 all the same. */
const failureSign = '✖';

async function runProgram(step: ProgramStep, tools: StepTools): Promise<void> {
  const { world, words, folder, variables } = tools;
  const end = await runOutsideProgram(world, step.program, step.args, folder, variables);
  if (end.kind === 'stopped') throw new DeployRefusal(words.run.stopped);
  if (end.kind === 'failed_to_start') throw new DeployRefusal(words.run.notStarted(step.program, end.reason));
  if (end.code !== 0) throw new DeployRefusal(words.run.exitCode(step.program, end.code));
  const complaint = end.output.split('\n').find((line) => line.includes(failureSign));
  if (complaint !== undefined) throw new DeployRefusal(words.run.complained(step.program, complaint.trim()));
}

async function perform(step: Step, tools: StepTools): Promise<void> {
  switch (step.kind) {
    case 'build':
      return tools.world.build(step.part);
    case 'write':
      return writeFileSync(join(tools.folder, step.name), step.text, { mode: 0o600 });
    case 'program':
      return runProgram(step, tools);
    case 'request':
      await tools.send(step.request);
  }
}

/** Why a step failed, for the person who waits. */
export function reasonInWords(error: unknown, words: Words): string {
  if (error instanceof CloudProblem) return words.cloudProblem(error);
  return error instanceof Error ? error.message : String(error);
}

/**
 * Performs all steps.
 * @throws DeployRefusal that names the step, what went wrong, and that a second run goes on there
 */
export async function runSteps(steps: readonly Step[], tools: StepTools): Promise<void> {
  const { world, words } = tools;
  for (const [index, step] of steps.entries()) {
    world.say(`[${index + 1}/${steps.length}] ${step.title}`);
    try {
      await perform(step, tools);
    } catch (error) {
      throw new DeployRefusal(words.run.failed(index + 1, steps.length, step.title, reasonInWords(error, words)));
    }
  }
}
