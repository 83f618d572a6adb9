import type { Act } from '#core/record/act.ts';
import { readAll } from '#programmes/apple-licences/work/through-apple/ask-apple.ts';
import { undoThroughApple } from '#programmes/apple-licences/work/through-apple/give-and-take.ts';
import type { Giving } from '#programmes/apple-licences/work/giving/give-licences.ts';
import { reportBug } from '#platform/report-bug.ts';
import { loadWorkspaceWords } from '#workspace/words/load.ts';
import type { App } from '#ui/app.svelte.ts';
import { editionOf } from '#programmes/apple-licences/work/giving/read-licences.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { appleOpen } from './apple-open.svelte.ts';
import { atAppleProblem } from '../app/load-licences-text.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { allOf } from './failed-groups.ts';
import { loadWritesText } from './load-writes-text.ts';
import { appleOf } from '../sync/apple-in-use.svelte.ts';
import { loadUiWords } from '#ui/words/load.ts';

/**
 * Undoes at Apple and here what went through Apple, and says what became of it. Where Apple cannot
 * be asked nothing is undone: records that say otherwise than Apple would be corrected by the next
 * sync, and whoever pressed would believe that it was undone.
 */
export const undoAtApple = async (app: App, giving: Giving, act: Act): Promise<void> => {
  const [{ writes }, acts] = await Promise.all([
    loadWritesText(app.language),
    loadWorkspaceWords(app.language, 'acts'),
  ]);
  const says = writes.undo;
  const apple = appleOf(app);
  const isHere = app.hasWorkspace && app.workspaceId === giving.workspaceId;
  if (apple === undefined || !isHere || apple.state$.value.canAsk !== true)
    return toasts.say(says.notAsked);
  if (!(await app.askUnlock('token'))) return toasts.say(writes.problems['vault-locked']);
  const parts = { ...giving, apple };
  const watched = {
    reason: acts.reason,
    edition: editionOf(app),
    signal: new AbortController().signal,
  };
  const about = act.records.find(({ isCount }) => isCount === true)?.id ?? '';
  const ended = appleOpen.begun(about);
  toasts.say(says.asks);
  try {
    const answer = await undoThroughApple(parts, act, watched);
    // The workspace was left meanwhile: the work is kept as far as it came, without a message.
    if (appleOf(app) !== apple) return;
    if (!answer.ok) {
      const { code } = answer.problem;
      if (code === 'nothing-to-take-back') return toasts.say(acts.nothing);
      const [words, shell] = await Promise.all([
        loadAppleLicencesWords(app.language, 'licences'),
        loadUiWords(app.language, 'shell'),
      ]);
      return toasts.say(atAppleProblem(answer.problem, { writes, words }, { shell }));
    }
    const worked = answer.value;
    const bad = worked.failed.length + worked.unclear.length;
    toasts.say(worked.left > 0 ? says.open : bad > 0 ? says.some(bad, allOf(worked)) : says.done);
    if (worked.needsReading) await readAll(parts, act.apple ?? '');
  } catch (error) {
    reportBug('what went through Apple was not undone', error);
    toasts.say(says.failed);
  } finally {
    await ended(giving.workspaceId);
  }
};
