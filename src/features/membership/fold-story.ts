// Check-ins that follow each other become one line: a story of a year is then read in a minute.
import type { StoryLine } from '#app/features/membership/create-story';

/** A line, or some check-ins in one plan: how many, from which day to which, and what they brought in all. */
export interface Told {
  readonly line: StoryLine;
  readonly days: number;
  readonly fromOn: string;
  readonly rewards: StoryLine['rewards'];
}

function addRewards(ones: StoryLine['rewards'], others: StoryLine['rewards']): StoryLine['rewards'] {
  const sums = [...ones];
  for (const reward of others) {
    const { campaignId, reason, version } = reward;
    const at = sums.findIndex((sum) => sum.campaignId === campaignId && sum.reason === reason && sum.version === version);
    const before = sums[at];
    if (before === undefined) sums.push(reward);
    else sums[at] = { ...before, points: before.points + reward.points };
  }
  return sums;
}

/** Folds lines that stand the newest first; whatever else was done ends a run, another plan's check-ins do not. */
export function foldStory(lines: readonly StoryLine[]): readonly Told[] {
  const told: Told[] = [];
  let runs = new Map<string, number>();
  for (const line of lines) {
    const at = line.deed === 'checked_in' ? runs.get(line.campaignId) : undefined;
    const run = at === undefined ? undefined : told[at];
    if (at !== undefined && run !== undefined) {
      told[at] = { ...run, days: run.days + 1, fromOn: line.on, rewards: addRewards(run.rewards, line.rewards) };
      continue;
    }
    if (line.deed !== 'checked_in') runs = new Map();
    else runs.set(line.campaignId, told.length);
    told.push({ line, days: 1, fromOn: line.on, rewards: line.rewards });
  }
  return told;
}
