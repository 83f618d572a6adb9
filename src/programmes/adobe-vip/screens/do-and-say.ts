import { takeChangeBack } from '#programmes/adobe-vip/rules/customer/take-steps-back.ts';
import type { Changed } from '#core/record/changed.ts';
import type { Data } from '#core/record/record.ts';
import type { Problem } from '#core/result.ts';
import { refusalOf } from '#data/records/change-fields.ts';
import { takingBack } from '#data/records/taking-back.ts';
import { changeKept } from '#data/records/kept-change.ts';
import type { Command, Records } from '#data/records/records.ts';
import { perform } from '#ui/perform.ts';
import type { Texts } from '#ui/text.ts';
import { sayingRefusal } from './say-refusal.ts';

/**
 * Runs a command, says what was done, and when that is undone takes back exactly what it wrote: its
 * steps, and each field that still holds it. What was noted since stays. Of a map among `entries`
 * each entry is a field of its own; `message` may count what changed.
 */
export const doAndSay = <D extends Data>(
  records: Records,
  id: string,
  command: Command<D>,
  message: string | ((changed: Changed<D>) => string),
  text: Pick<Texts, 'vip' | 'format' | 'shell'>,
  entries: readonly (keyof D & string)[] = [],
): Promise<Problem | undefined> =>
  refusalOf(
    perform(changeKept(records, id, command), (changed) => ({
      message: typeof message === 'string' ? message : message(changed),
      undo: takingBack<D>(records, id, (now, doing) =>
        takeChangeBack(now, changed, doing, { entries }),
      ),
      refused: sayingRefusal(records, text),
    })),
  );
