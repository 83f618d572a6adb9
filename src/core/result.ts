/**
 * An expected refusal: a code that words turn into a sentence saying what to do, the field it is
 * about, and its parameters.
 */
export type Problem<Code extends string = string> = {
  readonly code: Code;
  readonly field?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What can be refused whatever a record is of: the words of every screen have its sentence. */
export type CommonProblem = Problem<
  | 'only-reads'
  | 'record-is-gone'
  | 'record-not-understood'
  | 'not-in-form'
  | 'changed-since'
  | 'nothing-to-take-back'
>;

/** What a command answers: a value, or a refusal as a value. Bugs throw instead. */
export type Result<T, P extends Problem = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

/** The refusing half of a result, with one of these codes. */
export type Refusal<Code extends string> = {
  readonly ok: false;
  readonly problem: Problem<Code>;
};

/** A result that holds a value. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** A result that refuses, with the code of the sentence to show. */
export const refuse = <Code extends string>(
  code: Code,
  field?: string,
  params?: Problem['params'],
): Refusal<Code> => ({
  ok: false,
  problem: {
    code,
    ...(field === undefined ? {} : { field }),
    ...(params === undefined ? {} : { params }),
  },
});
