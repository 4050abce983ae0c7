// A review as it travels: to the owner with its accounts, and to the member whom it is about without them.
import type { ValueOf } from '#core/contract';
import { weightOf } from '#core/rules/risk/signs';
import type { EntryDocument, ReviewDocument } from '#core/tables';
import type { Person } from '#server/app/request-context';

/** What both are told. `words` is what the member wrote, where they have and it is still there. */
export function reviewOnWire(review: ReviewDocument, words: EntryDocument | null): NonNullable<ValueOf<'risk.mine'>['review']> {
  const { state, noticedAt, findings, people, untilOn, restriction, appeal, block } = review;
  return {
    state,
    noticedAt,
    findings: findings.map((finding) => ({ ...finding })),
    people,
    untilOn,
    restriction,
    ...(block === undefined ? {} : { block }),
    appeal: appeal && { at: appeal.at, text: words?.text ?? '', answer: appeal.answer },
  };
}

/** One line of the owner's list. */
export function reviewLine(review: ReviewDocument, person: Person): ValueOf<'risk.queue'>['reviews'][number] {
  const { state, noticedAt, findings, people, untilOn, waitingSince, appeal, block } = review;
  return {
    person,
    state,
    noticedAt,
    weight: weightOf(findings.map(({ sign }) => sign)),
    signs: findings.map(({ sign }) => sign),
    people,
    untilOn,
    waitingSince,
    appealed: appeal !== null,
    ...(block === undefined ? {} : { block }),
  };
}
