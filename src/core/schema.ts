/**
 * What the house uses of zod/mini, which no other file imports: so its setting holds everywhere,
 * and a first load carries no more of it than is named here.
 */
import { config } from 'zod/mini';

// Our content security policy forbids making code of text, and a browser reports each try.
config({ jitless: true });

export {
  _default,
  array,
  boolean,
  catch,
  enum,
  literal,
  looseObject,
  nullish,
  number,
  object,
  optional,
  pipe,
  record,
  refine,
  string,
  transform,
  unknown,
} from 'zod/mini';
export type { core, output, ZodMiniType } from 'zod/mini';
