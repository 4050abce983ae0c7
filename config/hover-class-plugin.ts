// Takes the rules with `:active` out of the mini-program's style sheets: WeChat answers a finger by hover-class, and its audit counts them.

import { BuiltStylesPlugin } from './built-styles-plugin';

/** The same styles without every selector that holds only while a finger is down; a rule that had no other is gone. */
export function withoutActive(styles: string): string {
  return styles.replace(/([^{}]*):active([^{}]*)\{[^{}]*\}/g, (rule) => {
    const [head = '', body = ''] = rule.split('{');
    // What stands before the selectors, such as a comment or an @import, stays.
    const [before = ''] = /^.*(?:\*\/|;)/s.exec(head) ?? [];
    const kept = head
      .slice(before.length)
      .split(',')
      .filter((selector) => !selector.includes(':active'));
    return before + (kept.length === 0 ? '' : `${kept.join(',')}{${body}`);
  });
}

/** A plugin for webpack. NutUI's buttons and popups bring such rules with them. */
export class HoverClassPlugin extends BuiltStylesPlugin {
  protected readonly names = /\.wxss$/;
  protected rewrite = withoutActive;
}
