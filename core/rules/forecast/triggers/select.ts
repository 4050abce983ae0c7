// Members who apply for a trial: each once; who comes first is chosen at once, or those who are ranked on the day after the last.
import type { Acting, SceneDay } from '#core/rules/forecast/scene';
import { takersByDay } from '#core/rules/forecast/triggers/claim';
import { addDays } from '#core/values/day';

/** Day by day: who comes across it applies. Where a criterion chooses, nobody has a voucher before everybody could apply. */
export const actSelect: Acting<'select'> = (scene) => {
  const { days, facts } = scene;
  const byDay = takersByDay(scene as never);
  const isRanked = facts.draft.parameters['selection'] === 'criteria';
  if (!isRanked) {
    byDay.forEach((applicants, day) => {
      facts.on = (days[day] as SceneDay).on;
      applicants.forEach((_, nth) => {
        scene.ask(day, nth, applicants.length);
      });
    });
    return;
  }
  const applicants = byDay.reduce((sum, coming) => sum + coming.length, 0);
  facts.on = addDays(facts.draft.endsOn, 1);
  // All of them as the day begins, before anybody else does anything on it.
  for (let place = 0; place < applicants; place += 1) scene.ask(days.length, 0, Number.POSITIVE_INFINITY);
};
