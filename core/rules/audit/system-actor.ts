// The actor of what no person's tap starts: it has no member document, counts as nobody who came, and its actions have no order of their own.

/** Who acts in a job. No member can have this id: theirs are sixteen letters and digits. */
export const SYSTEM_ACTOR = '_timer';

/** The sequence of every action of the system: what orders them is their stamp. */
export const SYSTEM_SEQUENCE = 0;
