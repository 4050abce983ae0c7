// What SQLite says, as the faults of the port and in words that tell an operator what to do.
import { SqliteProblem } from '#server/adapters/store-sqlite/libsql-database';
import { Fault } from '#server/ports/fault';

const UNAVAILABLE: Readonly<Record<string, string>> = {
  SQLITE_BUSY:
    '正被另一个服务器使用：先停掉那一个，或给这一个换一个 DATA_DIR。/ is in use by another server: stop that one, or give this one another DATA_DIR',
  SQLITE_CANTOPEN:
    '打不开：文件夹要存在，而且本进程要能在里面写。/ cannot be opened: the folder must exist and this process must be allowed to write in it',
  SQLITE_READONLY: '不能写：文件或文件夹是只读的。/ cannot be written to: the file or its folder is read-only',
  SQLITE_PERM: '不能写：本进程没有权限。/ cannot be written to: this process is not allowed to',
  SQLITE_IOERR: '读不了或写不了：磁盘报错。/ cannot be read or written: the disk reports an error',
  SQLITE_CORRUPT:
    '已损坏：先把整个数据文件夹复制到别处，再从备份恢复（docs/keeping.md）。/ is damaged: copy the whole data folder elsewhere, then restore it from a backup',
  SQLITE_NOTADB:
    '不是数据库文件：请检查 DATA_DIR；如果它本来是，就从备份恢复（docs/keeping.md）。/ is not a database: look at DATA_DIR, or restore from a backup',
};

/** Turns what the engine threw about a file into a Fault; what is no known failure of the world is given back as it is. */
export function faultOf(error: unknown, path: string): unknown {
  if (!(error instanceof SqliteProblem)) return error;
  // Extended codes such as SQLITE_IOERR_FSYNC begin with the plain one.
  const code = error.code.split('_').slice(0, 2).join('_');
  if (code === 'SQLITE_FULL') {
    const words = `放 ${path} 的磁盘满了：请腾出空间，运行中的服务器会自己继续。/ the disk that holds ${path} is full`;
    return new Fault('storage_full', words, { cause: error });
  }
  const words = UNAVAILABLE[code];
  return words === undefined ? error : new Fault('store_unavailable', `${path} ${words}`, { cause: error });
}
