import type { Language } from '#core/language/language.ts';
import type { Pane } from '#programmes/programme.ts';
import { programmes } from '#programmes/programmes.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of everything that can be shown next to home's list: until a record is chosen, the
 * first one is shown, which may be of any programme.
 */
export const paneWords = async (language: Language): Promise<Partial<Catalogues>> => {
  const panes = programmes.flatMap(({ besideHome }) => Object.values<Pane>(besideHome ?? {}));
  return Object.assign({}, ...(await Promise.all(panes.map(({ words }) => words(language)))));
};
