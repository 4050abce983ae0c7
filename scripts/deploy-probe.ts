// Asks a real document database what could only be assumed: `npm run deploy:probe`.
import { startCommand } from './deploy/command';
import { probeCommand } from './deploy/probe-command';

startCommand(probeCommand);
