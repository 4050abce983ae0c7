// Members who apply for a trial: each once, and places are given out until none is left.
import type { Acting, SceneDay } from '#core/rules/forecast/scene';
import { takersByDay } from '#core/rules/forecast/triggers/claim';

/** Day by day: who comes across it applies. Who is ranked afterwards costs the same as who comes first: a voucher for each place. */
export const actSelect: Acting<'select'> = (scene) => {
  takersByDay(scene as never).forEach((takers, day) => {
    scene.facts.on = (scene.days[day] as SceneDay).on;
    takers.forEach((_, nth) => {
      scene.ask(day, nth, takers.length);
    });
  });
};
