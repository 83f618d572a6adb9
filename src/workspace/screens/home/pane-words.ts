import type { Language } from '#core/language/language.ts';
import { wordsIn } from '#core/language/words-in.ts';
import type { Pane } from '#programmes/programme.ts';
import { programmes } from '#programmes/programmes.ts';
import type { Catalogues } from '#ui/text.ts';

// Apart from the other words of all screens, whose list comes with home's first load.
const loadPaneWords = wordsIn({
  noDeadline: {
    sv: () => import('#ui/words/sv/no-deadline.ts'),
    en: () => import('#ui/words/en/no-deadline.ts'),
  },
});

/**
 * The words of everything that can be shown next to home's list: until a record is chosen, the
 * first one is shown, which may be of any programme.
 */
export const paneWords = async (language: Language): Promise<Partial<Catalogues>> => {
  const panes = programmes.flatMap(({ besideHome }) => Object.values<Pane>(besideHome ?? {}));
  const [noDeadline, ...words] = await Promise.all([
    loadPaneWords(language, 'noDeadline'),
    ...panes.map(({ words }) => words(language)),
  ]);
  return Object.assign({ noDeadline }, ...words);
};
