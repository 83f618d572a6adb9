import {
  answerReturnAgain,
  grantReturn,
  reopenReturn,
  type ReturnInput,
  type Returning,
} from '#programmes/adobe-vip/rules/return/return-commands.ts';
import type { ReturnProblem } from '#programmes/adobe-vip/rules/return/return-rules.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
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
): Promise<VipRefused<ReturnProblem> | undefined> => {
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
): Promise<VipRefused | undefined> =>
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
): Promise<VipRefused | undefined> =>
  doAndUndo<'return-authorization', VipRefused['code']>(
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
): Promise<VipRefused | undefined> =>
  doAndSay(
    records,
    { id, kind: 'return-authorization' },
    (request, doing) => grantReturn(request, doing, reference),
    text.vip.history.granted,
    text,
  );
