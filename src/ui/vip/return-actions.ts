import {
  askReturn,
  denyReturn,
  grantReturn,
  reopenReturn,
  type ReturnInput,
  type Returning,
} from '#domain/adobe-vip/return-commands.ts';
import type { ReturnAuthorizationData } from '#domain/adobe-vip/return-authorization.ts';
import { takeChangeBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { Problem } from '#domain/result.ts';
import { toTrash } from '#domain/trash.ts';
import type { Command, Records } from '#data/records.ts';
import { newId } from '#platform/ids.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { doAndSay } from './do-and-say.ts';
import { changeKept } from './kept-change.ts';
import { undoing, undoingMany } from './say-refusal.ts';

/** Creates what asks for a return, a request for each order; undone, they go to the trash. */
export const askAndSay = async (
  records: Records,
  input: ReturnInput,
  returning: Returning,
  text: Texts,
): Promise<Problem | undefined> => {
  // The requests are records: their ids are those of records, also where steps are counted otherwise.
  const drafts = askReturn(input, returning, { ...records.doing(), newId });
  if (!drafts.ok) return drafts.problem;
  const made: string[] = [];
  for (const draft of drafts.value) {
    const written = await records.create(draft);
    if (!written.ok) {
      // Half of what was asked for is not what was meant.
      await records.changeMany(made, toTrash);
      return written.problem;
    }
    made.push(written.value.id);
  }
  const count = input.takes.reduce((sum, { quantity }) => sum + quantity, 0);
  toasts.say(text.vipReturns.saved(count), undoingMany(records, made, toTrash, text));
  return undefined;
};

/** Notes that Adobe denied a return. */
export const denyAndSay = (records: Records, id: string, text: Texts): Promise<Problem | undefined> =>
  doAndSay<ReturnAuthorizationData>(records, id, denyReturn, text.vip.history.denied, text);

/** Takes an answer back that was noted by mistake. */
export const reopenAndSay = (
  records: Records,
  id: string,
  book: Parameters<typeof reopenReturn>[1],
  text: Texts,
): Promise<Problem | undefined> =>
  doAndSay<ReturnAuthorizationData>(
    records,
    id,
    (request, doing) => reopenReturn(request, book, doing),
    text.vip.history.reopened,
    text,
  );

/** Notes that Adobe granted a return, with the number that it gave it, where one was said; undone, both are as they were, unless someone wrote another number since. */
export const grantAndSay = async (
  records: Records,
  id: string,
  reference: string | undefined,
  text: Texts,
): Promise<Problem | undefined> => {
  const changed = await changeKept<ReturnAuthorizationData>(records, id, (request, doing) =>
    grantReturn(request, doing, reference),
  );
  if (!changed.ok) return changed.problem;
  const back: Command<ReturnAuthorizationData> = (now, doing) => takeChangeBack(now, changed.value, doing);
  toasts.say(text.vip.history.granted, undoing(records, id, back, text));
  return undefined;
};
