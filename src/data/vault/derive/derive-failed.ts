import { refuse, type Problem } from '#core/result.ts';

/**
 * The key could not be made: `derive-failed` when no engine made it, `not-loaded` when no worker
 * could be loaded, `given-up` when the user gave up waiting.
 */
export class DeriveFailed extends Error {
  override readonly name = 'DeriveFailed';
  readonly code: 'derive-failed' | 'not-loaded' | 'given-up';
  /** What the engine failed with, by name and message; it never knew the secret's text. */
  readonly told: string;

  constructor(code: DeriveFailed['code'] = 'derive-failed', told = '') {
    super(code);
    this.code = code;
    this.told = told;
  }
}

/** The refusal for it, with what failed (params: why) if that is known. */
export const refusedBy = ({
  code,
  told,
}: DeriveFailed): { readonly ok: false; readonly problem: Problem<DeriveFailed['code']> } =>
  refuse(code, undefined, told === '' ? undefined : { why: told });
