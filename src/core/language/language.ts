/**
 * The languages of the screen; Swedish is the source, every other must have its keys (a missing one
 * is a type error).
 */
export const LANGUAGES = ['sv', 'en'] as const;

/** A language of the screen. */
export type Language = (typeof LANGUAGES)[number];

/** The same keys and parameters as the Swedish source, with any text. */
export type Messages<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : Source[Key] extends string
      ? string
      : Messages<Source[Key]>;
};
