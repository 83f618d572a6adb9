import * as s from 'valibot';
import { count, fieldsOf, words } from './shape.ts';

/**
 * Which import brought a record: the run, the row of the sheet (1-based) and a keyed hash of the
 * file's content.
 */
export type Origin = { readonly run: string; readonly row: number; readonly file: string };

/** An origin as it is stored. */
export const originSchema = s.optional(fieldsOf({ run: words, row: count, file: words }));
