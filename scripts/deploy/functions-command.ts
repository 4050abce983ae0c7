// `npm run deploy:functions`: builds the cloud functions and makes the cloud have them as they were built.
import { askEnvironment, imaginedEnvironment, requireEnvironment } from './cloud-environment';
import { inCloudSession } from './cloud-session';
import type { Command, CommandCall } from './command';
import { type FunctionsWish, planFunctions } from './functions-plan';
import { askFunction, askRules, emptyFunctions, readFunctionsState } from './functions-state';
import { DeployRefusal } from './refusal';
import { runSteps } from './run-steps';
import { readSettings, requireEnvId, type Settings } from './settings';
import { requireSettled } from './settled';
import { planLines, requestLines } from './show-step';
import type { Step } from './step';
import { functionNames, wantedFunctions } from './wanted-functions';

const buildStep = ({ words }: CommandCall): Step => ({ kind: 'build', title: words.functions.build, part: 'cloudfunctions' });

function dryRun(call: CommandCall, settings: Settings, envId: string): number {
  const { world, words } = call;
  const environment = imaginedEnvironment(envId);
  const functions = wantedFunctions(world.root, settings, words);
  const wish: FunctionsWish = { environment, region: settings.region, root: world.root, functions };
  const steps = [buildStep(call), ...planFunctions(wish, emptyFunctions(functionNames), words)];
  const questions = [askEnvironment(envId), ...functionNames.map((name) => askFunction(environment, name)), askRules(environment)];
  for (const line of [words.dryRun.opening, words.dryRun.questions, ...questions.flatMap(requestLines)]) world.say(line);
  for (const line of [words.dryRun.steps, ...planLines(steps, words), words.dryRun.closing]) world.say(line);
  return 0;
}

async function realRun(call: CommandCall, settings: Settings, envId: string): Promise<number> {
  const { world, words } = call;
  return inCloudSession(call, settings, async ({ send, tools }) => {
    const environment = await requireEnvironment(send, envId, words);
    await runSteps([buildStep(call)], tools);
    const functions = wantedFunctions(world.root, settings, words);
    const unbuilt = functions.find(({ folder }) => folder.files.length === 0);
    if (unbuilt) throw new DeployRefusal(words.functions.notBuilt(unbuilt.folder.path));
    const wish: FunctionsWish = { environment, region: settings.region, root: world.root, functions };
    const plan = async () => planFunctions(wish, await readFunctionsState(send, environment, functionNames, words), words);
    const steps = await plan();
    if (steps.length === 0) {
      world.say(words.functions.nothingToDo(envId));
      return 0;
    }
    await runSteps(steps, tools);
    world.say(words.run.lookingAgain);
    await requireSettled(call, plan);
    world.say(words.functions.done(envId));
    world.say(words.functions.openapiByHand);
    return 0;
  });
}

/** The command. */
export const functionsCommand: Command = {
  name: 'functions',
  async run(call) {
    const settings = readSettings(call.world.root, call.world.environment, call.words);
    const envId = requireEnvId(settings, call.words);
    return call.isDryRun ? dryRun(call, settings, envId) : realRun(call, settings, envId);
  },
};
