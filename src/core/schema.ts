/**
 * What the app uses of zod/mini. No other file imports it: so its settings hold everywhere, and a
 * first load carries only what is named here.
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
