/**
 * The languages of the screen; Swedish is the source, English must have every key (a missing one is
 * a type error).
 */
export type Language = 'sv' | 'en';

/** The same keys and parameters as the Swedish source, with any text. */
export type Messages<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : Source[Key] extends string
      ? string
      : Messages<Source[Key]>;
};
