// A field's problem in words, with its limit in the field's own unit.
import type { FieldProblem } from '#app/features/campaign/campaign-form';
import type { OwnersWords } from '#app/i18n/words';
import type { ColumnDeclaration, ParameterDeclaration } from '#core/rules/campaign/parameters';

function limitText(words: OwnersWords, limit: number | string | undefined, kind: ParameterDeclaration['kind'] | undefined): string | null {
  if (limit === undefined) return null;
  if (typeof limit === 'string') return words.formats.day(limit);
  return kind === 'fen' ? words.formats.money(limit) : words.formats.count(limit);
}

/** Puts a problem into words. A problem that this app does not know yet is said as something that is not typed rightly. */
export function sayProblem(words: OwnersWords, problem: FieldProblem, declaration?: ParameterDeclaration | ColumnDeclaration): string {
  const { fields } = words.owner;
  switch (problem.problem) {
    case 'odd_characters':
      return fields.oddCharacters;
    case 'not_money':
      return fields.notMoney;
    case 'too_precise':
      return fields.tooPrecise;
    case 'not_whole':
      return fields.notWhole;
    case 'content_review':
      return words.problems.content_review(problem.word ?? null);
    case 'would_worsen':
      return words.owner.promises.improve.directions[problem.way ?? 'fixed'];
    case 'content_refused':
      return fields.contentRefused(problem.word ?? null);
    default: {
      const say = words.problems[problem.problem] ?? words.problems.malformed;
      return say(limitText(words, problem.limit, declaration?.kind));
    }
  }
}
