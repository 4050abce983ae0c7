// Uploads the mini-program's code to WeChat: `npm run deploy:upload`, with `-- --preview` only for a phone, with `-- --dry-run` not at all.
import { startCommand } from './deploy/command';
import { uploadCommand } from './deploy/upload-command';

startCommand(uploadCommand);
