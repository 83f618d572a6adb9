import { importState, type ImportRun } from '#core/import/import-run.ts';
import { shownCountsOf } from '#core/import/shown-outcome.ts';
import { undoableUntil } from '#workspace/rules/import/run-undo.ts';
import type { Day } from '#core/day/day.ts';
import { keptRows, nothingTakenBack } from './kept-rows.ts';
import type { ImportedCounts } from '../importing.ts';
import type { Progress } from '../import-screen.svelte.ts';
import type { Texts } from '#ui/text.ts';

/** What can be done with an import now. */
export type RunChoice = 'undo' | 'which' | 'none';

/** Whether a tab is writing an import just now. */
export type IsRunning = (run: string) => boolean;

/**
 * Undo while it can be undone; which records stayed once it was; nothing when it is too late (note
 * 31).
 */
export const choiceOf = (run: ImportRun, today: Day, isRunning: IsRunning): RunChoice => {
  if (isRunning(run.id)) return 'none';
  if (importState(run) === 'undone') return run.data.kept.length > 0 ? 'which' : 'none';
  return today <= undoableUntil(run) ? 'undo' : 'none';
};

/** What became of an import, in one line. */
export const lineOf = (
  run: ImportRun,
  text: Texts,
  today: Day,
  now: number,
  isRunning: IsRunning,
): string => {
  const words = text.import;
  const state = importState(run);
  const at = (kind: string): number =>
    run.steps.find((step) => step.kind === kind)?.at ?? run.updatedAt;
  if (state === 'unfinished') return isRunning(run.id) ? words.runningElsewhere : words.unfinished;
  if (state === 'undone') {
    const when = words.undoneOn(text.format.when(at('undone'), now));
    if (nothingTakenBack(run.data)) return words.nothingBack(keptRows(run.data));
    return run.data.kept.length === 0 ? when : `${when}, ${words.keptCount(keptRows(run.data))}`;
  }
  const until = undoableUntil(run);
  const when = text.format.capital(text.format.when(at('started'), now));
  const isOld = run.steps.some(({ kind, on }) => kind === 'started' && on !== today);
  const end =
    today > until
      ? [words.tooLate]
      : isOld
        ? [words.until(text.format.dayShort(until, today))]
        : [];
  return [when, ...end, countsOf(run, text)].filter((part) => part !== '').join(' · ');
};

/** What an undo says while it goes on. */
export const undoingLine = (
  progress: Progress | undefined,
  { import: words, format }: Texts,
): string =>
  progress === undefined
    ? words.undoing
    : `${words.undoing} · ${words.progress(format.number(progress.done), format.number(progress.total))}`;

/**
 * The message after an import: how many rows were imported, how many licences a complete list no
 * longer names, and how many locations are new; or only that counts were confirmed.
 */
export const importedWords = (
  { rows, freed, places, confirmed = 0 }: ImportedCounts,
  { import: words }: Pick<Texts, 'import'>,
): string =>
  [
    rows > 0 || freed + confirmed === 0 ? words.imported(rows) : '',
    rows === 0 && confirmed > 0 ? words.beside.confirmed(confirmed) : '',
    freed > 0 ? words.beside.freed(freed) : '',
    places > 0 ? words.beside.newPlaces(places) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');

/** "44 nya, 2 lika": what an import did, without what it did not. */
export const countsOf = ({ data }: ImportRun, { import: words }: Texts): string => {
  const { freed = 0, newPlaces = [] } = data;
  const counts = shownCountsOf(data);
  return [
    counts.new > 0 ? words.countNew(counts.new) : '',
    counts.changed > 0 ? words.countChanged(counts.changed) : '',
    counts.same + counts.duplicate > 0 ? words.countSame(counts.same + counts.duplicate) : '',
    freed > 0 ? words.beside.freed(freed) : '',
    newPlaces.length > 0 ? words.beside.newPlaces(newPlaces.length) : '',
    counts.unreadable > 0 ? words.countUnread(counts.unreadable) : '',
    counts.leftOut > 0 ? words.countLeftOut(counts.leftOut) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
};
