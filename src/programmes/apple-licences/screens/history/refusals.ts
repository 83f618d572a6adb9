import type { Language } from '#core/language/language.ts';
import type { LicenceProblems } from '#programmes/apple-licences/ground/problems.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import type { Refusals } from '#ui/text.ts';

const ofLicences = async (language: Language) => ({
  sentences: (await loadAppleLicencesWords(language, 'licences')).problems,
});

/** The sentences of what tokens, apps, users and licences are refused with, each in its own words. */
export const refusals = {
  'content-token': async (language: Language) => ({
    sentences: (await loadAppleLicencesWords(language, 'tokens')).problems,
  }),
  'volume-app': async (language: Language) => ({
    sentences: (await loadAppleLicencesWords(language, 'apps')).problems,
  }),
  'volume-user': ofLicences,
  'assigned-licence': ofLicences,
  'app-deployment': ofLicences,
} satisfies {
  readonly [Id in keyof LicenceProblems]: (
    language: Language,
  ) => Promise<Refusals<LicenceProblems[Id]['code']>>;
};
