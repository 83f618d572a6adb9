import {
  answerReturnAgain,
  askReturn,
  denyReturn,
  grantReturn,
  reopenReturn,
  takeDenialBack,
  type ReturnInput,
  type Returning,
} from '#programmes/adobe-vip/rules/return/return-commands.ts';
import type { ReturnAuthorizationData } from '#programmes/adobe-vip/rules/return/return-authorization.ts';
import { returnKey } from '#programmes/adobe-vip/import/match/vip-keys.ts';
import type { Draft, VolymRecord } from '#core/record/record.ts';
import { ok, type Problem, type Result } from '#core/result.ts';
import { toTrash, toTrashAsMade } from '#core/record/trash.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import { newId } from '#platform/ids.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { perform } from '#ui/perform.ts';
import { doAndSay, doAndUndo } from '../do-and-say.ts';
import { changeKept } from '#data/records/kept-change.ts';
import { refusalOf, type UndoMade } from '#data/records/change-fields.ts';
import { takingBack, takingManyBack } from '#data/records/taking-back.ts';
import { sayingRefusal } from '../say-refusal.ts';
import { readOne } from '#data/records/read-under.ts';

/**
 * Creates what asks for a return, a request for each order; undone, they go to the trash. With the
 * `vault` each is the record that a list makes of it on another device.
 */
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

const createRequests = async (
  records: Records,
  input: ReturnInput,
  returning: Returning,
  vault: Keyed | undefined,
): Promise<Result<UndoMade>> => {
  // The requests are records: their ids are those of records, also where steps are counted
  // otherwise.
  const drafts = askReturn(input, returning, { ...records.doing(), newId });
  if (!drafts.ok) return drafts;
  const made = new Map<string, VolymRecord>();
  for (const draft of drafts.value) {
    const id = await listedIdOf(records, draft, returning, vault);
    const written = await records.create({ ...draft, id: id ?? draft.id });
    if (!written.ok) {
      // Half of what was asked for is not what was meant; why it was refused is what is told.
      await records.changeMany([...made.keys()], toTrash);
      return written;
    }
    made.set(written.value.id, written.value);
  }
  return ok(
    takingManyBack(records, [...made.keys()], (now, doing) =>
      toTrashAsMade(now, made.get(now.id)!, doing),
    ),
  );
};

type Keyed = Pick<App['vault'], 'keyedId'>;

/**
 * The id that a list gives such a return, which has a row for each line; undefined where that
 * cannot be told, or is another's.
 */
const listedIdOf = async (
  records: Records,
  { data, steps = [], parent = '' }: Draft<ReturnAuthorizationData>,
  { book }: Returning,
  vault: Keyed | undefined,
): Promise<string | undefined> => {
  const customer = (await readOne(records, parent, 'vip-customer'))?.data;
  const order = book.orders.find(({ id }) => id === data.order)?.data;
  const [[name, quantity] = ['', 0], ...others] = Object.entries(data.lines);
  const line = order?.lines[name];
  if (
    vault === undefined ||
    customer === undefined ||
    order === undefined ||
    line === undefined ||
    others.length > 0
  )
    return undefined;
  const { orderNumber } = order;
  const numbers =
    data.reference === ''
      ? { originalOrder: '', orderNumber }
      : { originalOrder: orderNumber, orderNumber: data.reference };
  const goods = { product: line.product, sku: line.sku, quantity, orderDate: steps[0]?.on ?? '' };
  const id = await vault.keyedId(...returnKey({ ...customer, ...numbers, ...goods }));
  return (await records.get(id)) === undefined ? id : undefined;
};

/**
 * Notes that Adobe denied a return; undone, it waits again, unless its order or another return was
 * changed so that it cannot.
 */
export const denyAndSay = async (
  records: Records,
  id: string,
  text: Texts,
): Promise<Problem | undefined> => {
  const was = await bookBeside(records, id);
  const denying = changeKept(records, { id, kind: 'return-authorization' }, denyReturn);
  return refusalOf(
    perform(denying, (changed) => ({
      message: text.vip.history.denied,
      undo: async () => {
        const now = await bookBeside(records, id);
        return takingBack(records, { id, kind: 'return-authorization' }, (request, doing) =>
          takeDenialBack(request, changed, { was, now }, doing),
        )();
      },
      refused: sayingRefusal(records, text),
    })),
  );
};

/**
 * What is beside a return under its customer, as far as it decides whether the return may wait.
 */
const bookBeside = async (
  records: Records,
  id: string,
): Promise<Parameters<typeof reopenReturn>[1]> => {
  const parent = (await records.get(id))?.parent ?? '';
  const [orders, returns] = await Promise.all([
    readUnder(records, { kind: 'vip-order', parent }),
    readUnder(records, { kind: 'return-authorization', parent }),
  ]);
  return { orders, returns };
};

/**
 * Takes an answer back that was noted by mistake; undone, it stands again, unless someone noted
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
 * Notes that Adobe granted a return, with the number that it gave it, where one was said; undone,
 * both are as they were, unless someone wrote another number since.
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
