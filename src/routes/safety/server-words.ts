import type { TabStatus } from '#data/sync/tab-status.ts';
import type { Texts } from '#ui/text.ts';

type Words = Pick<Texts, 'sync' | 'format'>;

/** Whether both sides were counted, and the server has answered for all since. */
export const isCounted = (status: TabStatus): boolean => status.state === 'in-step' && status.isCounted;

/** Why a line about the server has no count of now; '' when it has one. */
export const uncountedWords = (status: TabStatus, now: number, { sync, format }: Words): string => {
  if (isCounted(status)) return '';
  const { countedAt } = status;
  return countedAt === 0 ? sync.safety.toBeCounted : sync.safety.countedLast(format.when(countedAt, now));
};

/** What the server holds, as far as it was counted, and whether that is all that is here. */
export type ServerWords = { readonly isSame: boolean; readonly detail: string };

/** The words for what the server holds: the same only where both sides were counted and nothing waits. */
export const serverWords = (status: TabStatus, now: number, { sync, format }: Words): ServerWords => {
  const { waiting, aside, missing, unreadable, inStepAt } = status;
  const words = sync.safety;
  const differs = (detail: string): ServerWords => ({ isSame: false, detail: `${detail} ${words.sealed}` });
  if (waiting + aside > 0) return differs(words.lacks(waiting + aside));
  if (missing + unreadable > 0) return differs(words.hasMore(missing + unreadable));
  if (!isCounted(status)) return differs(inStepAt === 0 ? words.notCompared : words.sameAt(format.when(inStepAt, now)));
  return { isSame: true, detail: words.same };
};
