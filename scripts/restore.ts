// Fills an empty store from a backup, or from an export of CloudBase: `npm run restore -- FILE [--replace] [--with-differences]`.
import { parseArgs } from 'node:util';
import { parseEnvironment } from '#server/hosts/node/environment';
import { checkBackup } from '#server/hosts/node/keeping/backup-file';
import { restoreData } from '#server/hosts/node/keeping/restore-data';
import { runCommand } from './workshop/run-command';
import { sayDifferences } from './workshop/say-differences';

const USAGE = 'npm run restore -- FILE [--replace] [--with-differences]';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false }, 'with-differences': { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    console.error(USAGE);
    return 1;
  }
  const { documents, scores, whole } = await checkBackup(file);
  console.log(`${file} 是完整的：${documents} 份文档、${scores} 行榜单。/ is whole: ${documents} documents and ${scores} board rows.`);
  const choices = { replaces: values.replace, withDifferences: values['with-differences'] };
  const { check, isInPlace, kept } = await restoreData(parseEnvironment({ ...process.env, DEMO: '0' }), whole, choices);
  sayDifferences(check);
  if (kept !== null) console.log(`原来的数据留在 ${kept}。/ The data that was there is kept.`);
  if (!isInPlace) {
    console.error(
      '备份和它自己的流水对不上，没有恢复。要原样恢复请加 --with-differences。/ It differs from its own journal and was not restored; say --with-differences to have it as it is.',
    );
    return 1;
  }
  console.log('已恢复，可以启动服务器。/ Restored.');
  return 0;
}

runCommand(main);
