// Why a nickname or a picture is not let through: a short list, since the journal keeps it for years and may hold no names.
import type { ModerationReason } from '#core/tables';

/** All reasons, in the order in which an owner is offered them. */
export const moderationReasons: readonly ModerationReason[] = ['advertising', 'offensive', 'impersonation', 'private', 'other'];
