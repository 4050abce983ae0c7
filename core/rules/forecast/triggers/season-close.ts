// Seasons of the board that end within the days: every place is taken, as far as there are members.
import type { Acting } from '#core/rules/forecast/scene';
import { isSeasonEnd, PRIZE_PLACES_MAX } from '#core/rules/leaderboard/prizes';

/** At the end of each season the places are given in their order. */
export const actSeasonClose: Acting<'season_close'> = (scene) => {
  const { behaviour, days, facts } = scene;
  const period = facts.draft.parameters['period'] === 'month' ? 'month' : 'week';
  const places = Math.min(PRIZE_PLACES_MAX, Math.floor(behaviour.members));
  days.forEach(({ on }, day) => {
    if (!isSeasonEnd(period, on)) return;
    facts.on = on;
    for (facts.place = 1; facts.place <= places; facts.place += 1) scene.ask(day, facts.place - 1, places);
  });
};
