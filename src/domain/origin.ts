import * as z from 'zod/mini';

/** Which import brought a record: the run, the row of the sheet (1-based) and a keyed hash of the file's content. */
export type Origin = { readonly run: string; readonly row: number; readonly file: string };

/** An origin as it is stored. */
export const originSchema = z.optional(z.looseObject({ run: z.string(), row: z.number(), file: z.string() }));
