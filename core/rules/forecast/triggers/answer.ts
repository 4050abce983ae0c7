// Members who answer a quiz: once each, and most of them know.
import type { Row } from '#core/rules/campaign/parameters';
import type { Acting, SceneDay } from '#core/rules/forecast/scene';
import { takersByDay } from '#core/rules/forecast/triggers/claim';

/** How often an answer is right. */
const KNOWS = 0.7;

/** Day by day: who comes across it answers every question. */
export const actAnswer: Acting<'answer'> = (scene) => {
  const { chance, facts } = scene;
  const written = facts.draft.parameters['questions'];
  const questions = Array.isArray(written) ? (written as readonly Row[]) : [];
  takersByDay(scene as never).forEach((takers, day) => {
    facts.on = (scene.days[day] as SceneDay).on;
    takers.forEach((_, nth) => {
      facts.chosen = questions.map(({ right }) => {
        const known = Number(right ?? 1);
        return chance.fraction() < KNOWS ? known : 1 + (known % 2);
      });
      scene.ask(day, nth, takers.length);
    });
  });
};
