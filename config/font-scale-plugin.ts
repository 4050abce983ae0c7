// Makes every size of text in the built style sheets, ours and the widgets', follow one factor: the person's own size of text.
import postcss from 'postcss';
import { BuiltStylesPlugin } from './built-styles-plugin';

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

/** A plugin for webpack. */
export class FontScalePlugin extends BuiltStylesPlugin {
  protected readonly names = /\.(?:css|wxss)$/;
  protected rewrite = withFontScale;
}
