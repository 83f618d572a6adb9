import type { Day } from '../day/day.ts';
import type { Language } from './language.ts';

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

const names = new Map<Language, Intl.DateTimeFormat>();

/** `november`: the whole name of a day's month. */
export const monthName = (day: Day, language: Language): string => {
  const known = names.get(language);
  const format =
    known ??
    new Intl.DateTimeFormat(LOCALES[language], {
      month: 'long',
      timeZone: 'UTC',
    });
  if (known === undefined) names.set(language, format);
  return format.format(Date.parse(`${day}T00:00:00Z`));
};
