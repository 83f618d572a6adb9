/**
 * An expected refusal: a code that i18n turns into a sentence saying what to do, the field it is
 * about, and its parameters.
 */
export type Problem<Code extends string = string> = {
  readonly code: Code;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What a command answers: a value, or a refusal as a value. Bugs throw instead. */
export type Result<T, P extends Problem = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** A result that holds a value. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A result that refuses, with the code of the sentence to show. */
export const refuse = <Code extends string>(
  code: Code,
  field?: string,
  params?: Problem['params'],
): { readonly ok: false; readonly problem: Problem<Code> } => ({
  ok: false,
  problem: {
    code,
    ...(field === undefined ? {} : { field }),
    ...(params === undefined ? {} : { params }),
  },
});
