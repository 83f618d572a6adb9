import type { reader } from '#programmes/apple-licences/import/reader.ts';
import { isOfImport } from '#core/import/import-steps.ts';
import type { ListFileProblem } from '#programmes/apple-licences/rules/row-reason.ts';
import { currentSteps } from '#core/record/step.ts';
import { isOnlyConfirmed } from '#programmes/apple-licences/import/plan/source-order.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { appField, licenceField } from './fields-changed.ts';
import type { Imported, NameParts } from '#workspace/screens/import/run/imported.ts';

const atItsLocation = (
  { data }: VolumeApp | VolumeUser | ContentToken,
  { title }: NameParts,
): string => [title, data.location].filter(Boolean).join(', ');

/** How lists of apps and licences are described after they are read. */
export const imported: Imported<(typeof reader)['readsAs'][number], ListFileProblem> = {
  readAs: (language) => loadAppleLicencesWords(language, 'readAs'),
  words: async (language) => ({
    importLicences: await loadAppleLicencesWords(language, 'importLicences'),
  }),
  problems: ({ importLicences }) => importLicences.problems,
  reasons: ({ importLicences }) => importLicences.why,
  names: {
    'volume-app': atItsLocation,
    'volume-user': atItsLocation,
    'content-token': atItsLocation,
    'assigned-licence': (_, { title, parent }) => [title, parent].filter(Boolean).join(', '),
  },
  below: {
    'volume-app': {
      sentences: [
        {
          counts: ({ record, isBrought }) => isBrought && record.kind === 'assigned-licence',
          say: (count, text) => text.importLicences.licencesCame(count),
        },
        {
          // The import's list no longer names whoever had it.
          counts: ({ record: { kind, trashedOn, steps } }, run) =>
            kind === 'assigned-licence' &&
            trashedOn === '' &&
            currentSteps(steps).some(
              (step) => step.kind === 'not-listed' && isOfImport(run.id, step),
            ),
          say: (count, text) => text.import.beside.freed(count),
        },
        {
          counts: ({ change }) => change !== undefined && 'install' in change.fields,
          say: (count, text) => text.importLicences.reported(count),
        },
      ],
    },
  },
  about: { 'volume-user': ({ data }) => (data.name === '' ? '' : data.email) },
  fields: { 'volume-app': appField, 'assigned-licence': licenceField },
  changes: {
    'volume-app': (change, text) => {
      if (isOnlyConfirmed(change)) return text.importLicences.why['counts-confirmed']();
      // Only the sums of an app's installations changed: those are described by their number.
      const isOnlyCounted =
        change.steps.length === 0 &&
        Object.keys(change.fields).every((field) => field === 'installs');
      return isOnlyCounted ? '' : text.import.changedHere;
    },
  },
};
