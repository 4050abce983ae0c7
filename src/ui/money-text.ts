// Money as text: yuan from fen, without needless zeros.

/** Yuan as text: 500 → `5`, 550 → `5.50`, 123456 → `1234.56`. */
export function yuanText(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/** Yuan with its sign: 500 → `¥5`. */
export function moneyText(fen: number): string {
  return `¥${yuanText(fen)}`;
}
