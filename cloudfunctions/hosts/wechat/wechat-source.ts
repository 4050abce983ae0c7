// Where an invocation came from, as WeChat's context says it: a chain such as `wx_client` or `wx_client,scf`.

/** The links of a SOURCE, in order; empty where the platform gave none. */
function linksOf(source: unknown): readonly string[] {
  return typeof source === 'string' && source !== '' ? source.split(',').map((link) => link.trim()) : [];
}

/** WeChat's own crawler, which reads pages as if it were a visitor: it may look, and change nothing. */
export function isCrawler(source: unknown): boolean {
  return linksOf(source).includes('wx_crawler');
}

/** A timer of the platform, and nothing else in the chain: whoever calls through another function is no timer. */
export function isTimer(source: unknown): boolean {
  const links = linksOf(source);
  return links.length === 1 && links[0] === 'wx_trigger';
}

/**
 * Whether an invocation can be a push of WeChat's own. What SOURCE says then is written nowhere; that phones, browsers, developer tools
 * and other functions have their own names is. So none of those passes, and the function's permission rule keeps them out besides.
 */
export function mayBePush(source: unknown): boolean {
  return isTimer(source) || linksOf(source).every((link) => link === 'wx_unknown');
}
