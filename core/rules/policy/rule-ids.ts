// The names of the operation rules that a campaign is held to, as journals, replies and catalogues write them.

/** Every rule, in the order of the table; see docs/policy.md. */
export const policyRuleIds = [
  'SHARE-01',
  'SHARE-02',
  'SHARE-03',
  'SHARE-04',
  'SHARE-05',
  'SHARE-06',
  'SHARE-07',
  'SHARE-08',
  'DIST-01',
  'LOT-01',
  'RULE-01',
  'RULE-02',
  'RULE-03',
  'RULE-04',
  'PRICE-01',
  'PRICE-02',
  'WORD-01',
  'WORD-02',
  'SUB-01',
  'FOL-01',
  'VOTE-01',
  'PAY-01',
  'PRIV-01',
  'MINOR-01',
  'CAT-01',
  'UGC-01',
  'JUMP-01',
  'LOG-01',
] as const;

/** The name of a rule. */
export type PolicyRuleId = (typeof policyRuleIds)[number];

/** `block` cannot be published, `warn` needs the owner's tick, `info` is good to know. */
export type Severity = 'block' | 'warn' | 'info';

/** The version of rules and words that a tick was given under; raise it whenever either changes what it finds. */
export const POLICY_VERSION = 1;

/** What a rule has found in a campaign. */
export interface Finding {
  readonly rule: PolicyRuleId;
  readonly severity: Severity;
  /** The field that it concerns, such as `title`, `milestones.0.points` or `community.promise`; `campaign` for the whole of it. */
  readonly path: string;
  /** The word that it is about, or the code of what is missing; null where the field says it all. */
  readonly about: string | null;
}
