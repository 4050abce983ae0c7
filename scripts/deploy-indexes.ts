// Makes the database's collection and indexes: `npm run deploy:indexes`, with `-- --dry-run` only says what would happen.
import { startCommand } from './deploy/command';
import { indexesCommand } from './deploy/indexes-command';

startCommand(indexesCommand);
