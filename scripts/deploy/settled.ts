// Asks the cloud again until nothing of a plan is left, since it answers before it has finished.
import type { CommandCall } from './command';
import { DeployRefusal } from './refusal';
import type { Step } from './step';

const LOOKS_MAX = 10;
const BETWEEN_LOOKS_MS = 3_000;

/**
 * Plans anew from what the cloud has now, a few times, until nothing is left: that, and not what a program said about itself, tells
 * that all was done.
 * @throws DeployRefusal with what is still left
 */
export async function requireSettled({ world, words }: CommandCall, planAgain: () => Promise<readonly Step[]>): Promise<void> {
  let left = await planAgain();
  for (let looks = 1; left.length > 0 && looks < LOOKS_MAX && !world.stop.aborted; looks += 1) {
    await world.pause(BETWEEN_LOOKS_MS);
    left = await planAgain();
  }
  if (left.length > 0) throw new DeployRefusal(words.run.stillLeft(left.map(({ title }) => title)));
}
