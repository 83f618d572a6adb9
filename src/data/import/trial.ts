import type { Answers } from '#core/import/file-question.ts';
import type { Choice } from '#core/import/choice.ts';
import type { Watched } from '../records/in-chunks.ts';
import type { Records } from '../records/records.ts';
import type { Vault } from '../vault/vault.ts';

/** What an import works with. */
export type ImportParts = { readonly records: Records; readonly vault: Vault };

/**
 * Tries a file out, again after each answered question. Nothing is written, not even a
 * mapping (A5).
 */
export type Trial<File, Run> = {
  /**
   * Reads the rows and the existing records again. Throws `VaultLocked`, `FileLost`, or the
   * signal's reason.
   */
  try(waiting: File, answers: Answers, choice: Choice, watched?: Watched): Promise<Run>;
  /** Another choice for the same rows. */
  again(before: Run, choice: Choice): Promise<Run>;
};
