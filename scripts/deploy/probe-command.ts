// `npm run deploy:probe`: asks a real document database what we could only assume, with documents of its own.

import { requireEnvironment } from './cloud-environment';
import { inCloudSession } from './cloud-session';
import type { Command, CommandCall } from './command';
import { type ProbeAnswer, type ProbeQuestion, probeQuestions } from './probe-questions';
import { readSettings, requireEnvId } from './settings';

function signOf({ asAssumed }: ProbeAnswer): string {
  return asAssumed === null ? '·' : asAssumed ? '✓' : '✗';
}

function answerLines({ asks, assumes, livesIn, otherwise }: ProbeQuestion, answer: ProbeAnswer, { words }: CommandCall): string[] {
  const { probe, language } = words;
  const lines = [`${signOf(answer)} ${asks[language]}`, `    ${probe.assumed(assumes[language])}`, `    ${probe.saw(answer.saw)}`];
  return answer.asAssumed === false ? [...lines, `    ${probe.change(livesIn, otherwise[language])}`] : lines;
}

async function askAll(call: CommandCall, envId: string, settings: ReturnType<typeof readSettings>): Promise<number> {
  const { world, words } = call;
  return inCloudSession(call, settings, async ({ send, login }) => {
    await requireEnvironment(send, envId, words);
    const database = world.openDatabase(envId, settings.region, login.keys);
    const run = `~probe~${world.now().toString(36)}~`;
    let others = 0;
    for (const question of probeQuestions) {
      const answer = await question.ask({ database, id: (name) => run + name, now: world.now, pause: world.pause });
      for (const line of answerLines(question, answer, call)) world.say(line);
      if (answer.asAssumed === false) others += 1;
    }
    world.say(others === 0 ? words.probe.allAsAssumed : words.probe.someOtherwise(others));
    return others === 0 ? 0 : 1;
  });
}

/** The command. Its documents are tokens, which the timer sweeps when they are ten minutes old. */
export const probeCommand: Command = {
  name: 'probe',
  async run(call) {
    const { world, words } = call;
    const settings = readSettings(world.root, world.environment, words);
    const envId = requireEnvId(settings, words);
    if (!call.isDryRun) return askAll(call, envId, settings);
    world.say(words.dryRun.opening);
    for (const { asks, assumes } of probeQuestions)
      world.say(`· ${asks[words.language]}\n    ${words.probe.assumed(assumes[words.language])}`);
    world.say(words.dryRun.closing);
    return 0;
  },
};
