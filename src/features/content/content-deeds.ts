// What people do in campaigns around content, each with one tap, on the phone's own caller.
import { newRequestId } from '#app/features/call';
import { createDeed } from '#app/features/deed';
import { phone } from '#app/features/this-phone';
import type { InputOf } from '#core/contract';

const { caller } = phone;

export const contentDeeds = {
  answer: createDeed((input: InputOf<'content.answer'>, id: string) => caller.change('content.answer', input, id), newRequestId),
  read: createDeed((input: InputOf<'content.read'>, id: string) => caller.change('content.read', input, id), newRequestId),
  post: createDeed((input: InputOf<'content.post'>, id: string) => caller.change('content.post', input, id), newRequestId),
  remove: createDeed((input: InputOf<'content.remove'>, id: string) => caller.change('content.remove', input, id), newRequestId),
  accept: createDeed((input: InputOf<'content.accept'>, id: string) => caller.change('content.accept', input, id), newRequestId),
  report: createDeed((input: InputOf<'content.report'>, id: string) => caller.change('content.report', input, id), newRequestId),
};
