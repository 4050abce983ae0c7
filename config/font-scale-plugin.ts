// Makes every size of text in the built style sheets, ours and the widgets', follow one factor: the person's own size of text.
import postcss from 'postcss';

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

/** What src/ui/use-text-scale sets; 1 where nothing is set. */
const FACTOR = 'var(--font-scale, 1)';

/** A length that says how tall text is: written out, or kept in a variable of NutUI's. What is relative to its parent follows by itself. */
const fixedLength = /(?:^|[^\w.])\d*\.?\d+r?px\b|var\(/i;

/**
 * The same styles with every fixed size of text multiplied by the factor, where it is used: a variable that holds a size keeps it, since
 * in a mini-program the factor is known only below the element that declares the variables.
 */
export function withFontScale(styles: string): string {
  const root = postcss.parse(styles);
  root.walkDecls(/^(?:font-size|line-height)$/i, (declaration) => {
    const { value } = declaration;
    if (fixedLength.test(value) && !value.includes('--font-scale')) declaration.value = `calc(${value} * ${FACTOR})`;
  });
  return root.toString();
}

/** A plugin for webpack; it runs when sizes already are in the platform's own unit. */
export class FontScalePlugin {
  apply(compiler: Compiler): void {
    const { Compilation: stages, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('FontScalePlugin', (compilation) => {
      const settings = { name: 'FontScalePlugin', stage: stages.PROCESS_ASSETS_STAGE_PRE_PROCESS };
      compilation.hooks.processAssets.tap(settings, (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          if (/\.(?:css|wxss)$/.test(name)) compilation.updateAsset(name, new sources.RawSource(withFontScale(asset.source().toString())));
        }
      });
    });
  }
}
