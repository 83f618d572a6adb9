import { hasName } from '#programmes/apple-licences/rules/app/app-rows.ts';
import type { VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Texts } from '#ui/text.ts';

/** The words that name an app by its number. */
type Numbered = Pick<Texts['apps']['numbered'], 'app' | 'book'>;

/** What an app is called: by its name, else by its number in words. */
export const appName = (
  data: Pick<VolumeAppData, 'name' | 'adamId' | 'productType'>,
  { apps: { numbered } }: { readonly apps: { readonly numbered: Numbered } },
): string => {
  if (hasName(data)) return data.name;
  return data.productType === 'Book' ? numbered.book(data.adamId) : numbered.app(data.adamId);
};
