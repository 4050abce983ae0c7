// Deploys the cloud functions: `npm run deploy:functions`, with `-- --dry-run` only says what would happen.
import { startCommand } from './deploy/command';
import { functionsCommand } from './deploy/functions-command';

startCommand(functionsCommand);
