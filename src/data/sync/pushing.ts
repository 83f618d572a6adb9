import { isSame, type Copy } from '../merge/copy.ts';
import type { GiveAgain } from './give-again.ts';
import type { Taken } from './past-states.ts';

/**
 * Remembers what was pulled while something was pushed. RxDB drops a pulled state of a record whose push is still
 * unanswered, and afterwards takes the pushed one for agreed (proven/sync-core.md §3.2): it is given again.
 */
export type Pushing = {
  begin(sent: readonly Copy[]): void;
  /** The push of these is through and RxDB has taken it in; true when something has to be given again. */
  end(sent: readonly Copy[]): boolean;
  /**
   * A pull begins. The answer is told what it brought, once that was looked at; it says whether something has to be given again
   * at once.
   */
  look(): (brought: Taken) => boolean;
  /** What has to be given again, of records that are not being pushed. */
  toGiveAgain(): string[];
};

/** The memory of one sync. */
export const openPushing = (giveAgain: GiveAgain): Pushing => {
  const open = new Map<readonly Copy[], ReadonlyMap<string, Copy>>();
  let ended = 0;
  const pushedOf = (id: string): Copy[] => [...open.values()].flatMap((sent) => sent.get(id) ?? []);
  const isPushed = (id: string): boolean => pushedOf(id).length > 0;
  return {
    begin: (sent) => void open.set(sent, new Map(sent.map((copy) => [copy.id, copy]))),
    end: (sent) => {
      open.delete(sent);
      ended += 1;
      return giveAgain.hasMore(isPushed);
    },
    look: () => {
      const endedBefore = ended;
      return ({ given, held }) => {
        for (const pulled of [...given, ...held])
          if (pushedOf(pulled.id).some((copy) => !isSame(copy, pulled))) giveAgain.add(pulled.id);
        // What is held for a change whose push ended while this pull looked was passed after all: no push meets it any more.
        const passed = ended === endedBefore ? [] : held.filter(({ id }) => !isPushed(id));
        for (const { id } of passed) giveAgain.add(id);
        return passed.length > 0;
      };
    },
    toGiveAgain: () => giveAgain.take(isPushed),
  };
};
