import * as z from 'zod/mini';
import { kindOf, type KindId } from '#programmes/kinds.ts';

/** The fields that are stored of a kind. */
export const fieldsOf = (id: KindId): string[] =>
  Object.keys(z.toJSONSchema(kindOf(id)!.schema, { io: 'input' }).properties ?? {});
