import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { VipRefused } from '#programmes/adobe-vip/rules/vip-problem.ts';
import type { CommonProblem, Problem } from '#core/result.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import type { KindCommand, OneOfKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import type { ChangedOfKind, FieldOfKind, TakeBack } from '#data/records/taking-back.ts';
import { changeWithUndo } from '#programmes/adobe-vip/work/change-with-undo.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { sayingRefusal } from './say-refusal.ts';

/** What is done to a record of a kind, and the words for it. */
type Doable<Id extends string, Code extends string> = OneOfKind<Id> & {
  readonly command: KindCommand<Id, Code>;
  readonly message: string | ((changed: ChangedOfKind<Id>) => string);
  readonly text: Pick<Texts, 'vip' | 'format' | 'shell'>;
};

/**
 * Runs a command, says what was done, and when that is undone takes back exactly what it wrote: its
 * steps, and each field that still holds it. What was noted since stays. Of a map among `entries`
 * each entry is a field of its own; `message` may count what changed.
 */
export const doAndSay = <Id extends string, Code extends string = never>(
  records: Records,
  which: OneOfKind<Id>,
  command: KindCommand<Id, Code>,
  message: string | ((changed: ChangedOfKind<Id>) => string),
  text: Pick<Texts, 'vip' | 'format' | 'shell'>,
  entries: readonly FieldOfKind<Id>[] = [],
): Promise<Problem<Code | CommonProblem['code']> | undefined> =>
  doAndUndo(records, { ...which, command, message, text }, (now, changed, doing) =>
    takeChangeBack(now, changed, doing, { entries }),
  );

/** The same with an undo of its own. */
export const doAndUndo = <Id extends string, Code extends string = never>(
  records: Records,
  { id, kind, command, message, text }: Doable<Id, Code>,
  takeBack: TakeBack<Id, VipRefused['code']>,
): Promise<Problem<Code | CommonProblem['code']> | undefined> =>
  refusalOf(
    perform(changeWithUndo(records, { id, kind }, command, takeBack), ({ changed, undo }) => ({
      message: typeof message === 'string' ? message : message(changed),
      undo,
      refused: sayingRefusal(records, text),
    })),
  );
