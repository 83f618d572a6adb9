import type { ImportRun } from '#domain/workspace/import-run.ts';
import type { Records } from '#data/records.ts';
import { undoImport } from '#data/import/undo.ts';
import { toasts } from '#ui/toast.svelte.ts';
import type { Texts } from '#ui/text.ts';
import { sentenceOf } from './row-words.ts';

/** Takes imports back, one at a time: one tap and a toast, never a question (note 31). */
export class RunUndo {
  #records: () => Records;
  #text: Texts;
  #busy = $state<string>();

  constructor(records: () => Records, text: Texts) {
    this.#records = records;
    this.#text = text;
  }

  /** Id of the run that is being undone. */
  get busy(): string | undefined {
    return this.#busy;
  }

  async undo(run: Pick<ImportRun, 'id' | 'data'>): Promise<void> {
    if (this.#busy !== undefined) return;
    const words = this.#text.import;
    // The toast may outlive the screen and its texts.
    const [undone, undoneKept, problems] = [words.undone, words.undoneKept, words.problems];
    this.#busy = run.id;
    try {
      const answer = await undoImport(this.#records(), run.id, words.undoReason(run.data.fileName));
      if (!answer.ok) return toasts.say(sentenceOf(problems, answer.problem));
      const kept = answer.value.kept.length;
      toasts.say(kept === 0 ? undone : undoneKept(kept));
    } finally {
      this.#busy = undefined;
    }
  }
}
