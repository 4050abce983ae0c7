// The fingerprint port: how the journal recognises a request that comes again without keeping, or betraying, what was in it.

/**
 * Laws: the same text has the same fingerprint for ever in one installation, on each of its hosts; without the installation's secret a
 * fingerprint can neither be made nor compared with a guess, so that an erased nickname cannot be found again in the journal.
 */
export type Fingerprint = (text: string) => string;
