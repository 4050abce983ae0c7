// The tables of docs/deploy-wechat.md that are made of data: how each must read.
import { reminderKinds } from '#core/rules/reminder/kinds';
import { reminderTemplates } from '#core/rules/reminder/templates';
import { probeQuestions } from '../../scripts/deploy/probe-questions';
import { functionConfigs } from './function-configs';

/** The message templates to apply for. */
export function templatesTable(): string {
  const rows = reminderKinds.map((kind) => {
    const { title, keywords } = reminderTemplates[kind];
    return `| \`templates.${kind}\` | ${title} | ${keywords.map(({ name, type }) => `${name} (\`${type}\`)`).join(', ')} |`;
  });
  return ['| setting | title 标题 | keywords 关键词, with their types |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The questions to a real database. */
export function probeTable(): string {
  const rows = probeQuestions.map(
    ({ asks, assumes, livesIn, otherwise }) => `| ${asks.en} | ${assumes.en} | ${livesIn} | ${otherwise.en} |`,
  );
  return ['| asked | we assume | it lives in `store-cloudbase/` | if it is otherwise |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The permissions for cloud calls, by function. */
export function permissionsTable(): string {
  const rows = functionConfigs().map(
    ({ name, config }) => `| \`${name}\` | ${(config.permissions?.openapi ?? []).map((one) => `\`${one}\``).join(', ')} |`,
  );
  return ['| function | permissions 云调用权限 |', '| --- | --- |', ...rows].join('\n');
}
