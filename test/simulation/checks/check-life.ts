// All checkers over one life: independent recounts first, then the product's own check of its data.
import { checkData } from '#server/app/check-data';
import { type Life, liveCommunity } from '../live-community';
import type { LifePlan } from '../stage';
import { checkAnswers } from './check-answers';
import { checkCounter } from './check-counter';
import { checkInvites } from './check-invites';
import { checkLedger } from './check-ledger';
import { checkPages } from './check-pages';
import { checkStocks } from './check-stock';
import { checkStreaks } from './check-streaks';
import { checkTimer } from './check-timer';
import { type Evidence, gatherEvidence } from './evidence';
import { createFindings, type Findings } from './findings';

const checkers: readonly ((evidence: Evidence, findings: Findings) => void | Promise<void>)[] = [
  checkLedger,
  checkStocks,
  checkCounter,
  checkStreaks,
  checkInvites,
  checkTimer,
  checkPages,
  checkAnswers,
];

/** What a life came to. */
export interface LifeReport {
  readonly differences: readonly string[];
  readonly compared: number;
  /** Requests that were sent, by action and how they ended. */
  readonly answers: Readonly<Record<string, number>>;
  readonly happened: Readonly<Record<string, number>>;
}

function answersOf({ stage }: Life): Record<string, number> {
  const answers: Record<string, number> = {};
  for (const { action, replies } of stage.post.book) {
    for (const { reply } of replies) {
      const key = `${action} ${reply.ok ? 'ok' : reply.code}`;
      answers[key] = (answers[key] ?? 0) + 1;
    }
  }
  return answers;
}

/** Lives the life of a plan and checks it in every way; whatever is thrown is a difference too. */
export async function checkLife(plan: LifePlan): Promise<LifeReport> {
  const findings = createFindings();
  let life: Life | null = null;
  const thrown: string[] = [];
  try {
    life = await liveCommunity(plan);
    const answers = answersOf(life);
    const evidence = await gatherEvidence(life);
    for (const check of checkers) await check(evidence, findings);
    const { differences } = await checkData(life.stage.store);
    const all = [...findings.differences, ...differences.map(({ id, problem }) => `${id} ${problem}`)];
    return { differences: all, compared: findings.compared, answers, happened: Object.fromEntries(life.happened) };
  } catch (error) {
    thrown.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { differences: [...findings.differences, ...thrown], compared: findings.compared, answers: {}, happened: {} };
  } finally {
    await life?.stage.end();
  }
}
