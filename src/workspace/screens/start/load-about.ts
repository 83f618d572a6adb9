import type { Language } from '#core/language/language.ts';
import { programmes } from '#programmes/programmes.ts';
import type { Catalogues } from '#ui/text.ts';

/** What is managed in each programme and asked about it, for those who choose among them. */
export const loadAbout = async (language: Language): Promise<Catalogues['about']> =>
  Object.fromEntries(
    await Promise.all(
      programmes.map(async ({ id, onDemand }) => {
        const { about } = (await onDemand()).onDemand;
        return [id, await about(language)] as const;
      }),
    ),
  );
