import { formatFor } from '#core/language/format.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { placesHere } from '#programmes/apple-licences/screens/app/places.ts';
import { LANGUAGE } from '#ui/text.ts';
import type { LayoutLoad } from './$types';

/** The words of users and licences, and the locations that a user may be at. */
export const load: LayoutLoad = async ({ parent, depends }) => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const [words, places] = await Promise.all([
    loadAppleLicencesWords(language, 'licences'),
    placesHere(app, formatFor(language).compare),
  ]);
  return { words, places };
};
