// A messenger for tests: it has templates, keeps what it was asked to send, and answers what a test wants.
import type { SendOutcome } from '#core/rules/reminder/send';
import type { AddressedReminder, Messenger, Templates } from '#server/ports/messenger';

/** Ids of templates as WeChat makes them. */
export const testTemplates: Templates = {
  coupon_expiring: 'template-coupon-expiring-for-tests-0001',
  checkin_open: 'template-checkin-open-for-tests-00001',
  standing_fading: 'template-standing-fading-for-tests-001',
};

/** The messenger, and what a test may look at and say. */
export interface RecordingMessenger extends Messenger {
  /** Everything that it was asked to send, whatever it answered. */
  readonly sent: AddressedReminder[];
  /** What it answers from now on; an Error is thrown. */
  answer: SendOutcome | Error;
}

/** Creates the messenger; it answers `sent` until told otherwise. */
export function createRecordingMessenger(templates: Templates = testTemplates): RecordingMessenger {
  const messenger: RecordingMessenger = {
    sent: [],
    answer: 'sent',
    templates: () => templates,
    async send(reminder) {
      messenger.sent.push(reminder);
      if (messenger.answer instanceof Error) throw messenger.answer;
      return messenger.answer;
    },
  };
  return messenger;
}
