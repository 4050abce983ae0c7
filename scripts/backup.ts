// Writes all data into one file, while the server goes on: `npm run backup -- [--to FILE] [--as cloudbase]`.
import { parseArgs } from 'node:util';
import { parseEnvironment } from '#server/hosts/node/environment';
import { checkBackup, writeBackup, writeCloudBaseFile } from '#server/hosts/node/keeping/backup-file';
import { readData } from '#server/hosts/node/keeping/read-data';
import { runCommand } from './workshop/run-command';

const USAGE = 'npm run backup -- [--to FILE.jsonl.gz] [--as cloudbase]';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { to: { type: 'string' }, as: { type: 'string' } } });
  if (values.as !== undefined && values.as !== 'cloudbase') {
    console.error(USAGE);
    return 1;
  }
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '');
  const to = values.to ?? `qunhui-${moment}Z.${values.as === 'cloudbase' ? 'cloudbase.jsonl' : 'jsonl.gz'}`;
  const whole = await readData(parseEnvironment({ ...process.env, DEMO: '0' }));
  try {
    await (values.as === 'cloudbase' ? writeCloudBaseFile(to, whole) : writeBackup(to, whole));
  } finally {
    await whole.close();
  }
  // A backup that cannot be read is none.
  const { documents, scores } = await checkBackup(to);
  console.log(
    `已备份到 ${to}：${documents} 份文档、${scores} 行榜单。里面有密钥，请像数据一样保管。/ ${documents} documents and ${scores} board rows.`,
  );
  return 0;
}

runCommand(main);
