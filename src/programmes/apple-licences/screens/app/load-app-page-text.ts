import type { Language, Messages } from '#core/language/language.ts';
import type { appPage } from '#programmes/apple-licences/words/sv/app-page.ts';

/** Words of an app's page that few apps need: what does not add up, and other locations. */
export type AppPageTexts = Messages<typeof appPage>;

/** Loads those words. */
export const loadAppPageText = async (language: Language): Promise<AppPageTexts> =>
  language === 'sv'
    ? (await import('#programmes/apple-licences/words/sv/app-page.ts')).appPage
    : (await import('#programmes/apple-licences/words/en/app-page.ts')).appPage;
