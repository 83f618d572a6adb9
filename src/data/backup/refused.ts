/** Why a file is not read, or not taken in: each has a sentence of its own. */
export type FileProblem = 'only-reads' | 'not-a-backup' | 'newer-format' | 'damaged' | 'cut-off';

/** Carries a refusal out of the reading of a file; nothing was written then. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileProblem;

  constructor(code: FileProblem) {
    super(code);
    this.code = code;
  }
}
