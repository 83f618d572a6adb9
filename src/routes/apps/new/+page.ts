import { formatFor } from '#core/language/format.ts';
import { placesHere } from '#programmes/apple-licences/screens/app/places.ts';
import { onlyForChanging } from '../../for-changing.ts';
import type { PageLoad } from './$types';

/** The locations that a new app may be at. */
export const load: PageLoad = async ({ parent }) => {
  const { app, language } = await parent();
  onlyForChanging(app);
  return { places: await placesHere(app, formatFor(language).compare) };
};
