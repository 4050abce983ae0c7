// Says what is there for going live and what is missing: `npm run deploy:check`, with `-- --lang en` in English.

import { checkCommand } from './deploy/check-command';
import { startCommand } from './deploy/command';

startCommand(checkCommand);
