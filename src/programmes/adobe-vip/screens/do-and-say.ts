import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Changed, ChangeTakenBack } from '#core/record/changed.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Problem } from '#core/result.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { DataOf, RecordOf } from '#programmes/record-of.ts';
import type { KindCommand, OneOfKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { sayingRefusal } from './say-refusal.ts';

/** What is done to a record of a kind, and the words for it. */
type Doable<Id extends string> = OneOfKind<Id> & {
  readonly command: KindCommand<Id>;
  readonly message: string | ((changed: Changed<DataOf<Id>>) => string);
  readonly text: Pick<Texts, 'vip' | 'format' | 'shell'>;
};

/** Takes back what a change left of a record. */
type Undo<Id extends string> = (
  now: RecordOf<Id>,
  changed: Changed<DataOf<Id>>,
  doing: Doing,
) => ChangeTakenBack<DataOf<Id>>;

/**
 * Runs a command, says what was done, and when that is undone takes back exactly what it wrote: its
 * steps, and each field that still holds it. What was noted since stays. Of a map among `entries`
 * each entry is a field of its own; `message` may count what changed.
 */
export const doAndSay = <Id extends string>(
  records: Records,
  which: OneOfKind<Id>,
  command: KindCommand<Id>,
  message: string | ((changed: Changed<DataOf<Id>>) => string),
  text: Pick<Texts, 'vip' | 'format' | 'shell'>,
  entries: readonly (keyof DataOf<Id> & string)[] = [],
): Promise<Problem | undefined> =>
  doAndUndo(records, { ...which, command, message, text }, (now, changed, doing) =>
    takeChangeBack(now, changed, doing, { entries }),
  );

/** The same with an undo of its own. */
export const doAndUndo = <Id extends string>(
  records: Records,
  { id, kind, command, message, text }: Doable<Id>,
  undo: Undo<Id>,
): Promise<Problem | undefined> =>
  refusalOf(
    perform(changeKept(records, { id, kind }, command), (changed) => ({
      message: typeof message === 'string' ? message : message(changed),
      undo: takingBack(records, { id, kind }, (now, doing) => undo(now, changed, doing)),
      refused: sayingRefusal(records, text),
    })),
  );
