import * as z from '../schema.ts';
import { count, words } from './field-schemas.ts';

/**
 * Which import brought a record: the run, the row of the sheet (1-based) and a keyed hash of the
 * file's content.
 */
export type Origin = { readonly run: string; readonly row: number; readonly file: string };

/** An origin as it is stored. */
export const originSchema = z.optional(z.looseObject({ run: words, row: count, file: words }));
