import type { SyncAnswer } from '#programmes/apple-licences/work/sync/apple-sync.ts';
import { VaultLocked } from '#data/vault/held-keys.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { loadNoAnswerText } from '../at-apple/load-no-answer-text.ts';
import { noAnswerWords } from '../at-apple/no-answer-words.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { appleOf } from './apple-in-use.svelte.ts';

/**
 * Syncs tokens now, one after the other, and says how that ended. Asks for the passphrase first.
 * `bearer` is the text of the one token's file where it is not kept here. Answers false when it was
 * not begun or failed.
 */
export const syncNow = async (
  app: App,
  ids: readonly string[],
  text: Pick<Texts, 'format'>,
  bearer?: string,
): Promise<boolean> => {
  const apple = appleOf(app);
  if (apple === undefined || !(await app.askUnlock('token'))) return false;
  let last: SyncAnswer | undefined;
  try {
    for (const id of ids) {
      last = await apple.syncNow(id, bearer);
      if (!last.ok) break;
    }
  } catch (error) {
    // Locked again while it was begun: it waits, and says so where the token is.
    if (!(error instanceof VaultLocked)) throw error;
  }
  // Left meanwhile: nobody here asked for it.
  if (last !== undefined && appleOf(app) === apple) await say(app, ids.length, last, text);
  return last?.ok === true;
};

const say = async (
  app: App,
  tokens: number,
  end: SyncAnswer,
  { format }: Pick<Texts, 'format'>,
): Promise<void> => {
  if (!end.ok) {
    const { means } = noAnswerWords(end, await loadNoAnswerText(app.language), format);
    return toasts.say(means);
  }
  const { done, doneAll } = await loadAppleLicencesWords(app.language, 'appleSync');
  toasts.say(tokens > 1 ? doneAll(tokens) : done(end.apps, end.users));
};
