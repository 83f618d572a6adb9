import {
  answerReturnAgain,
  grantReturn,
  reopenReturn,
  type ReturnInput,
  type Returning,
} from '#programmes/adobe-vip/rules/return/return-commands.ts';
import type { Problem } from '#core/result.ts';
import type { Records } from '#data/records/records.ts';
import type { Keyed } from '#programmes/adobe-vip/work/here.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { doAndSay, doAndUndo } from '../do-and-say.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { createRequests } from '#programmes/adobe-vip/work/return/ask-return.ts';
import { denyWithUndo } from '#programmes/adobe-vip/work/return/deny-return.ts';

/** Creates what asks for a return, and says of how many licences. */
export const askAndSay = (
  records: Records,
  input: ReturnInput,
  returning: Returning,
  text: Texts,
  vault?: Keyed,
): Promise<Problem | undefined> => {
  const count = input.takes.reduce((sum, { quantity }) => sum + quantity, 0);
  return refusalOf(
    perform(createRequests(records, input, returning, vault), (undo) => ({
      message: text.vipReturns.saved(count),
      undo,
      refused: sayingRefusal(records, text),
    })),
  );
};

/** Notes that Adobe denied a return, and says so. */
export const denyAndSay = (
  records: Records,
  id: string,
  text: Texts,
): Promise<Problem | undefined> =>
  refusalOf(
    perform(denyWithUndo(records, id), (undo) => ({
      message: text.vip.history.denied,
      undo,
      refused: sayingRefusal(records, text),
    })),
  );

/**
 * Takes an answer back that was noted by mistake; undone, it holds again, unless someone noted
 * another one since.
 */
export const reopenAndSay = (
  records: Records,
  id: string,
  book: Parameters<typeof reopenReturn>[1],
  text: Texts,
): Promise<Problem | undefined> =>
  doAndUndo(
    records,
    {
      id,
      kind: 'return-authorization',
      command: (request, doing) => reopenReturn(request, book, doing),
      message: text.vip.history.reopened,
      text,
    },
    answerReturnAgain,
  );

/**
 * Notes that Adobe granted a return, with Adobe's number if given; the undo restores both, unless
 * someone has entered another number since.
 */
export const grantAndSay = (
  records: Records,
  id: string,
  reference: string | undefined,
  text: Texts,
): Promise<Problem | undefined> =>
  doAndSay(
    records,
    { id, kind: 'return-authorization' },
    (request, doing) => grantReturn(request, doing, reference),
    text.vip.history.granted,
    text,
  );
