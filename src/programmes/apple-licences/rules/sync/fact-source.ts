import { instant, moment, text } from '#core/record/field-schemas.ts';
import type { Day } from '#core/day/day.ts';
import type { Instant } from '#core/day/instant.ts';
import type { Step } from '#core/record/step.ts';

/**
 * Where a fact comes from: a list, Apple, a system; whatever was written by hand since then counts
 * on top of it.
 */
export type FactSource = {
  /** The system that said it, by its own name; '' if it has none. */
  readonly source: string;
  /** The date of the data there; '' if not given. */
  readonly asOf: Instant | Day;
  /** When it was written here, in ms. */
  readonly at: number;
};

/** The fields of `FactSource` as they are stored. */
export const factSourceFields = { source: text, asOf: instant, at: moment };

/**
 * The moment after which steps count in addition to what was said: the source's own, if given, else
 * when it was written here.
 */
export const sourcedAt = ({ asOf, at }: FactSource): number =>
  asOf.includes('T') ? Date.parse(asOf) : at;

/** Whether a step was written after a source spoke; without a source everything was. */
export const isSince = (source: FactSource | undefined, { at }: Pick<Step, 'at'>): boolean =>
  source === undefined || at > sourcedAt(source);
