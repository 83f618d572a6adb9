import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Changed } from '#core/record/changed.ts';
import type { Problem } from '#core/result.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { DataOf } from '#data/records/found.ts';
import type { KindCommand, OneOfKind } from '#data/records/on-kind.ts';
import type { Records } from '#data/records/records.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { sayingRefusal } from './say-refusal.ts';

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
  refusalOf(
    perform(changeKept(records, which, command), (changed) => ({
      message: typeof message === 'string' ? message : message(changed),
      undo: takingBack(records, which, (now, doing) =>
        takeChangeBack(now, changed, doing, { entries }),
      ),
      refused: sayingRefusal(records, text),
    })),
  );
