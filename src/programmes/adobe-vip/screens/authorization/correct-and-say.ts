import type { AuthorizationCorrection } from '#programmes/adobe-vip/rules/authorization/correct-authorization.ts';
import type { OrderCorrection } from '#programmes/adobe-vip/rules/order/correct-order.ts';
import type { CustomerBook } from '#programmes/adobe-vip/rules/plan/plans.ts';
import type { PurchaseAuthorization } from '#programmes/adobe-vip/rules/authorization/purchase-authorization.ts';
import type { VipOrder } from '#programmes/adobe-vip/rules/order/vip-order.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { RenewalProblem } from '#programmes/adobe-vip/rules/renewal/renewal-order-rules.ts';
import type { Here } from '#programmes/adobe-vip/work/here.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import type { VipCorrectWords } from '#programmes/adobe-vip/words/load.ts';
import { sayingRefusal } from '../say-refusal.ts';
import {
  correctWithAll,
  removeWithAll,
  correctAuthorizationWithAll,
} from '#programmes/adobe-vip/work/authorization/correct-actions.ts';

/** What an order is corrected with: what is beside it, and the words for it. */
export type Correcting = {
  readonly book: CustomerBook;
  readonly text: Texts;
  readonly words: VipCorrectWords;
};

/** Puts a noted order right, with what depends on it, and says so. */
export const correctAndSay = (
  here: Here,
  order: VipOrder,
  correction: OrderCorrection,
  { book, text, words }: Correcting,
): Promise<VipRefused<RenewalProblem> | undefined> =>
  refusalOf(
    perform(correctWithAll(here, order, correction, book), (undo) => ({
      message: words.saved,
      undo,
      refused: sayingRefusal(here.records, text),
    })),
  );

/** Takes a noted order away and says so, and whether its authorization waits again. */
export const removeAndSay = (
  here: Here,
  order: VipOrder,
  { book, text, words }: Correcting,
): Promise<VipRefused<RenewalProblem> | undefined> =>
  refusalOf(
    perform(removeWithAll(here, order, book), ({ waits, undo }) => ({
      message: waits ? words.removedWaits : words.removed,
      undo,
      refused: sayingRefusal(here.records, text),
    })),
  );

/** Puts an authorization right, with what depends on it, and says so. */
export const correctAuthorizationAndSay = (
  here: Here,
  authorization: PurchaseAuthorization,
  correction: AuthorizationCorrection,
  { text, words }: Omit<Correcting, 'book'>,
): Promise<VipRefused | undefined> =>
  refusalOf(
    perform(correctAuthorizationWithAll(here, authorization, correction), (undo) => ({
      message: words.savedAuthorization,
      undo,
      refused: sayingRefusal(here.records, text),
    })),
  );
