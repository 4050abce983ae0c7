// `npm run deploy:check`: says what is there for going live, what is missing, and how to get it.
import { type CheckItem, type CheckState, checkItems } from './check-items';
import type { Command } from './command';
import { readSettings } from './settings';

const signs: Readonly<Record<CheckState, string>> = { ok: '✓', blocks: '✗', lacks: '!', by_hand: '□' };

function itemLines({ state, says, how }: CheckItem): string[] {
  return [`${signs[state]} ${says}`, ...(how === undefined ? [] : [`    ${how}`])];
}

/** The command. It asks nobody and changes nothing, so a dry run is the same run. */
export const checkCommand: Command = {
  name: 'check',
  async run(call) {
    const { world, words } = call;
    const items = checkItems(readSettings(world.root, world.environment, words), call);
    world.say(words.check.opening);
    for (const line of items.flatMap(itemLines)) world.say(line);
    const blocking = items.filter(({ state }) => state === 'blocks').length;
    world.say(blocking === 0 ? words.check.nothingBlocks : words.check.blocked(blocking));
    return blocking === 0 ? 0 : 1;
  },
};
