// The messenger of a server that has none: it offers no template, sends nothing, and says so in the log.
import { perKind } from '#core/rules/reminder/kinds';
import type { Log } from '#server/ports/log';
import type { Messenger } from '#server/ports/messenger';

/** Creates the messenger. Nobody can accept a reminder here; one that was accepted elsewhere and imported ends with a line in the log. */
export function createLogMessenger(log: Log): Messenger {
  return {
    templates: () => perKind(() => null),
    async send({ kind }) {
      log.line('notice', 'reminder_not_sent', { kind, reason: 'this server has no messenger' });
      return 'banned';
    },
  };
}
