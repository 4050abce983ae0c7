// What WeChat pushes to the timer's function besides the timer itself: a handler for each event.

import type { Instant } from '#core/values/instant';
import { readMediaCheck } from '#server/adapters/content-check-wechat/media-check-event';
import { readSubscribeEvent } from '#server/adapters/messenger-wechat/read-subscribe-event';
import { hearAnswer } from '#server/app/jobs/hear-answer';
import { judgePicture } from '#server/app/jobs/judge-picture';
import type { JobParts } from '#server/app/run-jobs';

/** The events that docs/deploy-wechat.md asks the owner to send here. */
export type PushEventName =
  | 'wxa_media_check'
  | 'subscribe_msg_popup_event'
  | 'subscribe_msg_change_event'
  | 'subscribe_msg_sent_event'
  | 'wxa_punish_event';

/** A pushed event as it came. Nothing in it proves anything: a handler believes it only as far as it fits what we know ourselves. */
export interface PushMessage {
  readonly MsgType: 'event';
  readonly Event: string;
  readonly [field: string]: unknown;
}

/** Handles one event; comes again when it throws, and may come again when it does not. */
export type PushHandler = (message: PushMessage, parts: JobParts, now: Instant) => Promise<void>;

/** What members answer to reminders, and whether one of them refuses all messages by now. */
const hearSubscribeEvent: PushHandler = async (message, parts, now) => {
  for (const answer of readSubscribeEvent(message, parts.messenger.templates())) await hearAnswer(answer, parts, now);
};

/** What WeChat's check says of a picture. */
const hearMediaCheck: PushHandler = async (message, parts, now) => {
  const answer = readMediaCheck(message);
  if (answer !== null) await judgePicture(answer, parts, now);
};

/** The handlers there are; an event without one is acknowledged and forgotten. */
export const pushHandlers: Readonly<Partial<Record<PushEventName, PushHandler>>> = {
  wxa_media_check: hearMediaCheck,
  subscribe_msg_popup_event: hearSubscribeEvent,
  subscribe_msg_change_event: hearSubscribeEvent,
  subscribe_msg_sent_event: hearSubscribeEvent,
};
