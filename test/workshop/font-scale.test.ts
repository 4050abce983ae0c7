// Every size of text in the built style sheets follows the person's own size of text.
import { expect, test } from 'vitest';
import { withFontScale } from '../../config/font-scale-plugin';

const scaled = (value: string) => `calc(${value} * var(--font-scale, 1))`;

test.each([
  ['font-size: 16px', `font-size: ${scaled('16px')}`],
  ['font-size: 32rpx', `font-size: ${scaled('32rpx')}`],
  ['line-height: 46px', `line-height: ${scaled('46px')}`],
  ['font-size: var(--nutui-font-size-base, 14px)', `font-size: ${scaled('var(--nutui-font-size-base, 14px)')}`],
  ['font-size: .5px', `font-size: ${scaled('.5px')}`],
])('%s becomes %s', (before, after) => {
  expect(withFontScale(`.a { ${before}; color: red }`)).toBe(`.a { ${after}; color: red }`);
});

test.each(['font-size: inherit', 'font-size: 0.68em', 'font-size: 0', 'line-height: 1.5', '--nutui-font-size-base: 16px', 'height: 16px'])(
  '%s stays',
  (style) => {
    expect(withFontScale(`.a { ${style} }`)).toBe(`.a { ${style} }`);
  },
);

test('what was scaled is not scaled again', () => {
  const once = withFontScale('@media (min-width: 9px) { .a { font-size: 16px } }');
  expect(withFontScale(once)).toBe(once);
});
