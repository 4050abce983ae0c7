// Prints the operation rules that a campaign is held to, as a Markdown table: `npm run policy`; docs/policy.md carries it.
import { policyWords, sayBasis } from '#app/i18n/owner/policy-words';
import { policyRules } from '#core/rules/policy/rules/index';
import { wordGroups } from '#core/rules/policy/word-lists';

const { 'zh-CN': zhCn, en } = policyWords;

function wordsOf(rule: string, severity: 'block' | 'warn'): string {
  const groups = wordGroups.filter((group) => group.rule === rule && group.severity === severity);
  return groups.flatMap(({ words }) => words.map(({ word }) => word.replace('#', '…'))).join(' ') || '–';
}

const rows = policyRules.map(({ id, severity, basis }) => {
  const said = `${en.rules[id].name} ${zhCn.rules[id].name}`;
  return `| ${id} | ${severity} | ${said} | ${sayBasis(en, basis)} | ${wordsOf(id, 'block')} | ${wordsOf(id, 'warn')} |`;
});
console.log(
  [
    '| rule | severity | what it holds to | basis | words that block | words that warn |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n'),
);
