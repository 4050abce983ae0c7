// What our plugins for webpack share: the finished style sheets pass through a function each.

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

/** A plugin that rewrites every built style sheet of some names; it runs when sizes already are in the platform's own unit. */
export abstract class BuiltStylesPlugin {
  /** Which assets are meant, by their names. */
  protected abstract readonly names: RegExp;

  /** The sheet as it shall be; the same text where nothing is to be changed. */
  protected abstract rewrite(styles: string): string;

  apply(compiler: Compiler): void {
    const { name } = this.constructor;
    const { Compilation: stages, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage: stages.PROCESS_ASSETS_STAGE_PRE_PROCESS }, (assets) => {
        for (const [file, asset] of Object.entries(assets)) {
          if (!this.names.test(file)) continue;
          const styles = asset.source().toString();
          const rewritten = this.rewrite(styles);
          if (rewritten !== styles) compilation.updateAsset(file, new sources.RawSource(rewritten));
        }
      });
    });
  }
}
