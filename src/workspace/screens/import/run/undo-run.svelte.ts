import type { ImportRun } from '#core/import/import-run.ts';
import type { Records } from '#data/records/records.ts';
import { readOne } from '#data/records/read-under.ts';
import { undoImport } from '#data/import/undo/undo.ts';
import { reportBug } from '#platform/report-bug.ts';
import { withoutUpdate } from '#platform/update-lock.ts';
import { toasts } from '#ui/toast.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { keptRows, nothingTakenBack } from './kept-rows.ts';
import type { Progress } from '../import-screen.svelte.ts';
import { importProblem } from '../dry-run/sentence.ts';

/**
 * Takes imports back, one at a time. Where an import may be days old it is asked first, with what
 * would go and stay now; right after the import the toast does it in one tap.
 */
export class RunUndo {
  #records: () => Records;
  /** Kept, since the toast that undoes may outlive the screen and its texts. */
  #text: Pick<Texts, 'import' | 'shell'>;
  #busy = $state<string>();
  #progress = $state.raw<Progress>();
  #asked = $state.raw<ImportRun>();

  constructor(records: () => Records, text: Texts) {
    this.#records = records;
    this.#text = text;
  }

  /** Id of the run that is being undone. */
  get busy(): string | undefined {
    return this.#busy;
  }
  /** How many of its records have been looked at. */
  get progress(): Progress | undefined {
    return this.#progress;
  }

  /** The run about which someone is asked. */
  get asked(): ImportRun | undefined {
    return this.#asked;
  }
  ask(run: ImportRun): void {
    if (this.#busy === undefined) this.#asked = run;
  }
  close(): void {
    this.#asked = undefined;
  }

  /** Yes was the answer. */
  undoAsked(): Promise<void> {
    const run = this.#asked;
    this.#asked = undefined;
    return run === undefined ? Promise.resolve() : this.undo(run.id);
  }

  /** Undoes the import with this id: what it did is in its record. */
  async undo(id: string): Promise<void> {
    if (this.#busy !== undefined) return;
    const words = this.#text.import;
    this.#busy = id;
    const onProgress = (done: number, total: number): void =>
      void (this.#progress = { done, total });
    try {
      const run = await readOne(this.#records(), id, 'import-run');
      if (run === undefined)
        return toasts.say(importProblem({ code: 'record-is-gone' }, this.#text));
      const answer = await withoutUpdate(() =>
        undoImport(this.#records(), id, words.undoReason(run.data.fileName), onProgress),
      );
      if (!answer.ok) return toasts.say(importProblem(answer.problem, this.#text));
      const { kept, trashed } = answer.value;
      const after = { ...run.data, kept };
      const rows = keptRows(after);
      if (trashed === 0 && nothingTakenBack(after)) toasts.say(words.nothingBack(rows));
      else toasts.say(rows === 0 ? words.undone : words.undoneKept(rows));
    } catch (error) {
      reportBug('an import was not undone', error);
      toasts.say(words.problems['undo-cut-off']());
    } finally {
      this.#busy = undefined;
      this.#progress = undefined;
    }
  }
}
