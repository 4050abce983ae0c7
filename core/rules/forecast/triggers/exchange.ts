// Members who exchange points: as those who claim, with as many points as they need, since what they have is not foreseen.
import type { Acting, SceneDay } from '#core/rules/forecast/scene';
import { takersByDay } from '#core/rules/forecast/triggers/claim';
import { POINTS_MAX, points } from '#core/values/points';

/** Day by day: who wants something exchanges for it, up to the limit. */
export const actExchange: Acting<'exchange'> = (scene) => {
  const { days, facts } = scene;
  facts.balance = points(POINTS_MAX);
  takersByDay(scene as never).forEach((takers, day) => {
    facts.on = (days[day] as SceneDay).on;
    takers.forEach((taker, nth) => {
      for (facts.held = 0; facts.held < taker.wanted; facts.held += 1) {
        if (scene.ask(day, nth, takers.length).kind !== 'give') return;
      }
    });
  });
};
