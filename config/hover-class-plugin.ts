// Takes the rules with `:active` out of the mini-program's style sheets: WeChat answers a finger by hover-class, and its audit counts them.

interface StyleSource {
  source(): string | Buffer;
}

interface Compilation {
  readonly hooks: {
    readonly processAssets: { tap(settings: { name: string; stage: number }, run: (assets: Record<string, StyleSource>) => void): void };
  };
  updateAsset(name: string, source: unknown): void;
}

interface Compiler {
  readonly webpack: {
    readonly Compilation: { readonly PROCESS_ASSETS_STAGE_PRE_PROCESS: number };
    readonly sources: { readonly RawSource: new (text: string) => unknown };
  };
  readonly hooks: { readonly thisCompilation: { tap(name: string, run: (compilation: Compilation) => void): void } };
}

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
export class HoverClassPlugin {
  apply(compiler: Compiler): void {
    const { Compilation: stages, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('HoverClassPlugin', (compilation) => {
      const settings = { name: 'HoverClassPlugin', stage: stages.PROCESS_ASSETS_STAGE_PRE_PROCESS };
      compilation.hooks.processAssets.tap(settings, (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          const styles = name.endsWith('.wxss') ? asset.source().toString() : '';
          if (styles.includes(':active')) compilation.updateAsset(name, new sources.RawSource(withoutActive(styles)));
        }
      });
    });
  }
}
