// What is said of data in another format than this program's: the same words on every engine.
import { DATA_FORMAT } from '#core/tables';

/** Of data that a newer program has written. */
export function newerWords(what: string, format: number): string {
  return `${what} 是更新版本的程序写的（数据格式 ${format}，本程序只认识到 ${DATA_FORMAT}）：请用新版本启动；数据没有改动。/ was written by a newer version of this server (format ${format}, this one knows ${DATA_FORMAT}); nothing was changed.`;
}

/** How data of an engine is upgraded: a file by the server itself, a database that others may use by a backup. */
const UPGRADING = {
  file: ['启动一次服务器（npm start）就会升级它，旧文件会留着', 'start the server once: it upgrades the file and keeps the old one'],
  database: ['先 npm run backup，再 npm run restore 到一个空的数据库', 'write a backup and restore it into an empty database'],
} as const;

/** Of data that has to be upgraded before this program can work on it. */
export function olderWords(what: string, format: number, engine: keyof typeof UPGRADING): string {
  const [zh, en] = UPGRADING[engine];
  return `${what} 是旧的数据格式（${format}，现在是 ${DATA_FORMAT}）：${zh}（docs/keeping.md）；数据没有改动。/ is of an older format (${format}, now ${DATA_FORMAT}): ${en}; nothing was changed.`;
}
