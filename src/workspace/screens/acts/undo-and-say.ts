import type { Act } from '#core/record/act.ts';
import type { Language } from '#core/language/language.ts';
import type { ActStore } from '#data/acts/acts.ts';
import { undoAct } from '#data/acts/undo-act.ts';
import { reportBug } from '#platform/report-bug.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';

/** Takes back what nobody changed since, and says what became of it. */
export const undoAndSay = async (store: ActStore, act: Act, language: Language): Promise<void> => {
  const words = await loadWorkspaceWords(language, 'acts');
  try {
    const { back, changed } = await undoAct(store, act, words.reason);
    // Taken back is what is here: who was given a code has it still.
    const done = act.kind === 'handed-out' ? words.undoneHandOut : words.undone;
    if (back === 0) toasts.say(words.nothing);
    else toasts.say(changed === 0 ? done : words.undoneSome(changed, back + changed));
  } catch (error) {
    reportBug('what was done to many records was not undone', error);
    toasts.say(words.failed);
  }
};
