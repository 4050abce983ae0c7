// The light colours of tokens.scss for what is drawn on a canvas: a picture that leaves the phone is always on light paper.
export const print = {
  paper: '#faf6ef',
  surface: '#ffffff',
  ink: '#23201b',
  ink2: '#665f54',
  line: '#e9e1d4',
  seal: '#c8371f',
  sealTint: '#fbeae5',
  green: '#2b7449',
  greenTint: '#e6f2ea',
} as const;

/** The fonts of drawn text, as the system has them. */
export const printFonts = '"PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif';
