// Opens the messenger of a cloud function: the owner's templates from its environment variables, WeChat's cloud call behind it.
import { DYNAMIC_CURRENT_ENV, init, openapi } from 'wx-server-sdk';
import { readTemplates } from '#server/adapters/messenger-wechat/read-templates';
import { createWechatMessenger, messageEdition } from '#server/adapters/messenger-wechat/wechat-messenger';
import type { Log } from '#server/ports/log';
import type { Messenger } from '#server/ports/messenger';

/** Opens it. What is wrong with a template's variable is logged in words, and that kind of reminder is not offered. */
export function openMessenger(log: Log): Messenger {
  const { templates, problems } = readTemplates(process.env);
  for (const problem of problems) log.line('error', 'reminder_settings', { problem });
  // The package's own types know neither that a symbol names the present environment nor that openapi takes options.
  init({ env: DYNAMIC_CURRENT_ENV as unknown as string });
  const plain = (openapi as unknown as (options: { readonly convertCase: boolean }) => typeof openapi)({ convertCase: false });
  return createWechatMessenger({
    templates,
    log,
    edition: messageEdition(process.env.WECHAT_ENV_VERSION),
    // WeChat's own spelling goes through as it is; the SDK would turn keys inside of the data round, too.
    call: (message) => plain['subscribeMessage'].send(message),
  });
}
