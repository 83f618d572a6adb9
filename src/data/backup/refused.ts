/** Why a file is not read or not restored: each reason has its own sentence. */
export type FileProblem = 'only-reads' | 'not-a-backup' | 'newer-format' | 'damaged' | 'cut-off';

/** Carries a refusal out of the code that reads a file; nothing has been written then. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: FileProblem;

  constructor(code: FileProblem) {
    super(code);
    this.code = code;
  }
}
