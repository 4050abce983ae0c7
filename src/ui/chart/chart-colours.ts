// The colours of tokens.scss that charts are drawn in; a picture in WeChat sees no variables of the page.

/** By theme; a tidy test holds them to the tokens. */
export const chartColours = {
  light: {
    surface: '#ffffff',
    ink: '#23201b',
    'ink-2': '#665f54',
    line: '#e9e1d4',
    green: '#2b7449',
    'green-tint': '#e6f2ea',
    amber: '#8f5b0a',
    blue: '#2866a6',
  },
  dark: {
    surface: '#211e1a',
    ink: '#f1ece2',
    'ink-2': '#aba294',
    line: '#3a352e',
    green: '#6cc08d',
    'green-tint': '#1b2e22',
    amber: '#e0a84a',
    blue: '#7fb2e5',
  },
} as const;

/** A colour of the tokens. */
export type ChartColour = keyof (typeof chartColours)['light'];

/** The colour as a variable of the page. */
export function inColour(name: ChartColour): string {
  return `var(--${name})`;
}

/** A picture whose variables are replaced by the colours of a theme. */
export function paintedIn(theme: keyof typeof chartColours, picture: string): string {
  return picture.replace(/var\(--([\w-]+)\)/g, (_, name: ChartColour) => chartColours[theme][name]);
}
