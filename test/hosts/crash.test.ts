// The real server, killed under load, and robbed of its database: what was acknowledged is there, nothing is half, nothing is doubled.
import { expect, test } from 'vitest';
import { type Blow, crashServer } from '../../scripts/crash/crash-server';

const answersBefore = (round: number) => 25 + 40 * round;

test('on SQLite the server is killed twice under load, and loses nothing that it had acknowledged', async () => {
  const report = await crashServer({ engine: 'sqlite', blows: ['kill', 'kill'], answersBefore });
  expect(report.problems).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(40);
}, 240_000);

test('on PostgreSQL it is killed, its connections are cut and the database restarts: phones try again, and nothing is lost or doubled', async () => {
  const blows: readonly Blow[] = ['kill', 'cut', 'restart'];
  const report = await crashServer({ engine: 'postgres', blows, answersBefore });
  expect(report.problems).toEqual([]);
  expect(report.acknowledged).toBeGreaterThan(60);
  expect(report.tryAgain).toBeGreaterThan(0);
}, 240_000);
