// Newcomers who act for the first time: some on the day on which they join, some in the days after, some never.
import { type Acting, newcomersOf, type SceneDay } from '#core/rules/forecast/scene';

/** How long a newcomer who does not act at once takes at the most, in days; each day some of those who wait do. */
const WAITS_DAYS = 7;

/** Day by day: whoever joined acts at once, or waits with a share of the others for one of the next days. */
export const actFirst: Acting<'first_action'> = (scene) => {
  const { behaviour, chance, days, facts } = scene;
  const acting = new Int32Array(days.length);
  newcomersOf(scene as never).byDay.forEach((joined, day) => {
    for (let newcomer = 0; newcomer < joined; newcomer += 1) {
      const isAtOnce = chance.fraction() < behaviour.startsAtOnce.mean;
      const on = isAtOnce ? day : day + 1 + Math.floor(chance.fraction() * WAITS_DAYS);
      if (on < days.length) acting[on] = (acting[on] as number) + 1;
    }
  });
  acting.forEach((of, day) => {
    facts.on = (days[day] as SceneDay).on;
    for (let nth = 0; nth < of; nth += 1) scene.ask(day, nth, of);
  });
};
