// What the shapes of several features are made of: ids, days, amounts, texts, and where an action happens.
import * as v from 'valibot';
import { campaignTypeCodes } from '#core/rules/campaign/types/index';
import { tierCodes } from '#core/rules/membership/tier-code';
import { isDay } from '#core/values/day';
import { FEN_MAX } from '#core/values/fen';
import { isIdPart } from '#core/values/ids';

/** Text from people: trimmed by the phone, bounded here, without controls or what turns the writing round, and with something to see. */
export const text = (min: number, max: number) =>
  v.pipe(
    v.string(),
    v.regex(/^[^\p{Cc}\p{Cs}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]*$/u, 'control characters'),
    v.check((value) => value === '' || /[\p{L}\p{N}\p{P}\p{S}]/u.test(value), 'nothing to see'),
    v.check((value) => value.trim() === value, 'blank at an end'),
    v.minLength(min),
    v.maxLength(max),
  );

export const idPart = v.pipe(v.string(), v.check(isIdPart, 'not an id'));

/** A business day: `2026-03-01`. */
export const day = v.pipe(
  v.string(),
  v.check((value: string) => isDay(value), 'not a day'),
);

/** Milliseconds since 1970. */
export const instant = v.pipe(v.number(), v.integer());
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const whole = v.pipe(v.number(), v.integer());

/** The first, the second and so on of its kind: part of an id. */
export const nth = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
/** Money in fen. */
export const fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FEN_MAX));

/** An order of nothing is said where a coupon needs none; the rules know which. */
export const orderFen = fen;
export const cursor = v.pipe(v.string(), v.maxLength(600));
export const role = v.picklist(['visitor', 'member', 'clerk', 'co_owner', 'owner']);
export const campaignType = v.picklist(campaignTypeCodes);
export const tier = v.picklist(tierCodes);

/** `{ communityId }`: every action inside a community names it. */
export const inCommunity = v.strictObject({ communityId: idPart });
export const inCampaign = v.strictObject({ communityId: idPart, campaignId: idPart });
export const coded = v.object({ code: v.string(), data: v.record(v.string(), v.unknown()) });
