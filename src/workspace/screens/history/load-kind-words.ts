import type { Language } from '#core/language/language.ts';
import type { KindWords } from '#programmes/programme.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';

/** What records are called, by kind, as their programmes say it and in their order. */
export const loadKindWords = async (
  language: Language,
): Promise<Readonly<Record<string, KindWords>>> =>
  Object.assign(
    {},
    ...(await Promise.all((await onDemandOfAll()).map(({ kinds }) => kinds(language)))),
  );
