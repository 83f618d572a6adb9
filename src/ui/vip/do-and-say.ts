import { takeAddedBack } from '#domain/adobe-vip/take-steps-back.ts';
import type { Data } from '#domain/record.ts';
import type { Problem } from '#domain/result.ts';
import type { Command, Records } from '#data/records.ts';
import type { Texts } from '../text.ts';
import { toasts } from '../toast.svelte.ts';
import { changeKept } from './kept-change.ts';
import { undoing } from './say-refusal.ts';

/**
 * Runs a command that adds steps, says what was done, and takes back exactly those steps when that is undone. What was noted
 * since stays.
 */
export const doAndSay = async <D extends Data>(
  records: Records,
  id: string,
  command: Command<D>,
  said: string,
  text: Pick<Texts, 'vip' | 'format'>,
): Promise<Problem | undefined> => {
  const changed = await changeKept(records, id, command);
  if (!changed.ok) return changed.problem;
  toasts.say(
    said,
    undoing<D>(records, id, (now, doing) => takeAddedBack(now, changed.value, doing), text),
  );
  return undefined;
};
