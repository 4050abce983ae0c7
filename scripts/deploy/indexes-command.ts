// `npm run deploy:indexes`: makes the environment's database have the collection and the indexes that the store declares.
import { askEnvironment, imaginedEnvironment, requireEnvironment } from './cloud-environment';
import { inCloudSession } from './cloud-session';
import type { Command, CommandCall } from './command';
import { planIndexes, presentInWords } from './indexes-plan';
import { askAccess, askCollection, askCollections, askFiles, emptyData, readDataState } from './indexes-state';
import { runSteps } from './run-steps';
import { readSettings, requireEnvId, type Settings } from './settings';
import { requireSettled } from './settled';
import { planLines, requestLines } from './show-step';
import { wantedCollections } from './wanted-collections';

const names = wantedCollections.map(({ name }) => name);

function dryRun({ world, words }: CommandCall, envId: string): number {
  const environment = imaginedEnvironment(envId);
  const questions = [
    askEnvironment(envId),
    askCollections(environment, 0),
    ...names.flatMap((name) => [askCollection(environment, name), askAccess(environment, name)]),
    ...askFiles(environment),
  ];
  const steps = planIndexes(environment, wantedCollections, emptyData, words);
  for (const line of [words.dryRun.opening, words.dryRun.questions, ...questions.flatMap(requestLines)]) world.say(line);
  for (const line of [words.dryRun.steps, ...planLines(steps, words), words.dryRun.closing]) world.say(line);
  return 0;
}

async function realRun(call: CommandCall, settings: Settings, envId: string): Promise<number> {
  const { world, words } = call;
  return inCloudSession(call, settings, async ({ send, tools }) => {
    const environment = await requireEnvironment(send, envId, words);
    const state = await readDataState(send, environment, names);
    for (const line of presentInWords(wantedCollections, state, words)) world.say(line);
    const steps = planIndexes(environment, wantedCollections, state, words);
    if (steps.length === 0) {
      world.say(words.indexes.nothingToDo(envId));
      return 0;
    }
    await runSteps(steps, tools);
    world.say(words.run.lookingAgain);
    await requireSettled(call, async () =>
      planIndexes(environment, wantedCollections, await readDataState(send, environment, names), words),
    );
    world.say(words.indexes.done(envId));
    return 0;
  });
}

/** The command. */
export const indexesCommand: Command = {
  name: 'indexes',
  async run(call) {
    const settings = readSettings(call.world.root, call.world.environment, call.words);
    const envId = requireEnvId(settings, call.words);
    return call.isDryRun ? dryRun(call, envId) : realRun(call, settings, envId);
  },
};
