import type { Language } from '#core/language/language.ts';
import type { Pane } from '#programmes/programme.ts';
import { programmes } from '#programmes/programmes.ts';
import type { Catalogues } from '#ui/text.ts';

/**
 * The words of all that can be shown beside home's list: until a record is chosen the first stands
 * there, which may be of any programme.
 */
export const paneWords = async (language: Language): Promise<Partial<Catalogues>> => {
  const panes = programmes.flatMap(({ besideHome }) => Object.values<Pane>(besideHome ?? {}));
  return Object.assign({}, ...(await Promise.all(panes.map(({ words }) => words(language)))));
};
