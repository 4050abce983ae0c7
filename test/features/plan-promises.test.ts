// What a check-in plan promises, through the real application: all of it can be reached, and once published it only gets better.
import { describe, expect, test } from 'vitest';
import type { InputOf } from '#core/contract';
import { DAY_MS } from '#core/values/instant';
import { DOCUMENT_BYTES_MAX } from '#server/ports/store';
import { openShop } from '../support/town';

describe('a plan whose promises nobody can reach', () => {
  const tooFar = {
    milestones: [
      { days: 7, points: 20 },
      { days: 21, points: 80 },
    ],
  };

  test('is not published, and says at the step how far its days reach; a longer one is', async () => {
    const { owner, save, communityId } = await openShop();
    const campaignId = await save({ type: 'checkin_plan', startsOn: '2026-03-02', endsOn: '2026-03-15', parameters: tooFar });
    const plan = { communityId, campaignId };
    const preview = await owner.get('campaign.preview', plan);
    expect(preview.problems).toEqual([{ path: 'milestones.1.days', problem: 'beyond_plan', limit: 14 }]);
    const refused = await owner.call('campaign.publish', plan);
    expect(refused).toEqual({ ok: false, code: 'draft_incomplete', data: { paths: ['milestones.1.days'] } });
    await owner.get('campaign.save', { ...plan, draft: { ...preview.draft, endsOn: '2026-03-22' } });
    expect(await owner.code('campaign.publish', plan)).toBe('ok');
  });

  test('is not published so late that too few days are left of it', async () => {
    const { owner, save, communityId, town } = await openShop();
    const campaignId = await save({ type: 'checkin_plan', startsOn: '2026-03-02', endsOn: '2026-03-31', parameters: tooFar });
    town.goToDay('2026-03-12');
    const refused = await owner.call('campaign.publish', { communityId, campaignId });
    expect(refused).toMatchObject({ code: 'draft_incomplete', data: { paths: ['milestones.1.days'] } });
  });

  test('that begins as a new one does is published', async () => {
    const { owner, communityId } = await openShop();
    const { types } = await owner.get('campaign.types', { communityId });
    const start = types.find(({ code }) => code === 'checkin_plan')?.start as InputOf<'campaign.improve'>['draft'];
    expect(start.parameters['milestones']).toEqual(tooFar.milestones);
    const { campaignId } = await owner.get('campaign.save', { communityId, draft: { ...start, title: '早起' } });
    expect(await owner.code('campaign.publish', { communityId, campaignId })).toBe('ok');
  });
});

test('a plan whose points taper pays more from the moment on at which they taper later, and never goes back', async () => {
  const { publish, member, owner, communityId, town } = await openShop();
  const tapering = (fromDay: number) => ({ more: 1, milestones: [], taper: [{ fromDay, points: 1 }] });
  const plan = { communityId, campaignId: await publish({ type: 'checkin_plan', parameters: tapering(2) }) };
  const { draft } = await owner.get('campaign.preview', plan);
  const improve = (fromDay: number) =>
    owner.call('campaign.improve', { ...plan, draft: { ...draft, parameters: { ...draft.parameters, ...tapering(fromDay) } } });
  const anna = await member('anna');
  const earned = async () => {
    town.wait(DAY_MS);
    return (await anna.get('checkin.checkIn', plan)).pointsEarned;
  };
  expect([await earned(), await earned()]).toEqual([5, 1]);
  expect(await improve(4)).toMatchObject({ ok: true, value: { version: 2 } });
  expect([await earned(), await earned()]).toEqual([5, 1]);
  expect(await improve(3)).toMatchObject({ code: 'would_worsen', data: { paths: ['taper'] } });
});

test('a plan may have something to read on each of a hundred days, with room to spare in its document', async () => {
  const { publish, owner, communityId } = await openShop();
  const units = Array.from({ length: 100 }, (_, index) => ({ day: index + 1, title: '早'.repeat(20), text: '起'.repeat(180) }));
  const parameters = { more: 1, units };
  const campaignId = await publish({ type: 'checkin_plan', startsOn: '2026-03-02', endsOn: '2026-06-09', parameters });
  const { draft } = await owner.get('campaign.preview', { communityId, campaignId });
  expect(draft.parameters['units']).toEqual(units);
  expect(Buffer.byteLength(JSON.stringify(draft))).toBeLessThan(DOCUMENT_BYTES_MAX / 3);
  const longer = { ...draft, parameters: { ...draft.parameters, units: [...units, { day: 101, title: '早', text: '起' }] } };
  expect(await owner.code('campaign.save', { communityId, draft: longer })).toBe('invalid_input');
});
