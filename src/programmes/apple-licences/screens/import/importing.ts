import {
  HOLDING_FIELDS,
  INSTALL_FIELDS,
  LICENCE_FIELDS,
  PERSON_FIELDS,
} from '#programmes/apple-licences/import/read/fields.ts';
import type { PlannedListRow } from '#programmes/apple-licences/import/plan/planned.ts';
import type { ListOutline } from '#programmes/apple-licences/import/read/values.ts';
import { licenceTask } from '#programmes/apple-licences/work/import/task.ts';
import {
  licenceTrial,
  type LicenceDryRun,
  type LicenceFile,
} from '#programmes/apple-licences/work/import/trial.ts';
import type { Importing } from '#workspace/screens/import/importing.ts';
import { appQuestion, placeQuestion } from './places.ts';
import { reasonFields } from './reason-fields.ts';
import { causeMeaning, factsOf, noteWords, wordsOf } from './row-words.ts';
import { missingApps } from './unknown-apps.ts';

/** How lists of licences are tried out, written and told. */
export const importing: Importing<LicenceFile, LicenceDryRun, PlannedListRow, ListOutline> = {
  programme: 'apple-licences',
  trial: licenceTrial,
  task: licenceTask,
  beside: ({ plan }) => ({
    freed: plan.gone.length,
    freedIn: sheetsOf(plan.rows.filter(({ is }) => is === 'assignment')),
    confirmed: plan.confirmed,
    newPlaces: plan.newPlaces,
  }),
  fieldsOf: ({ kind }, { importLicences: lists }) => {
    switch (kind) {
      case 'installs': {
        return INSTALL_FIELDS.map((field) => [field, lists.installColumns[field]]);
      }
      case 'users': {
        return PERSON_FIELDS.map((field) => [field, lists.userColumns[field]]);
      }
      case 'assignments': {
        return HOLDING_FIELDS.map((field) => [field, lists.assignmentColumns[field]]);
      }
      default: {
        return LICENCE_FIELDS.map((field) => [field, lists.columns[field]]);
      }
    }
  },
  savedWords: ({ kind, from }, { importLicences: lists }) =>
    from === undefined ? '' : lists.savedAnswer(lists.savedLists[kind], lists.savedFrom[from]),
  guesses: ['adamId'],
  asksColumns: (heading, { importLicences: lists }) =>
    heading === undefined
      ? { title: lists.asksNames, why: lists.asksNamesWhy }
      : { title: lists.asksColumns, why: lists.asksColumnsWhy(heading) },
  asksPlace: (run, _, text, sheets) =>
    appQuestion(run, text, sheets) ?? placeQuestion(run, text, sheets),
  missing: missingApps,
  placeMark: ({ plan }, sheet) => plan.marks.get(sheet)?.inFile ?? '',
  placeMarkInAll: ({ plan }, sheet) => plan.marks.get(sheet)?.inAll ?? '',
  keepsPlaces: true,
  headOf: (sheets, { importLicences: lists }) => {
    if (sheets.every(({ kind }) => kind === 'tokens')) return lists.headToken;
    return sheets.some(({ kind }) => kind === 'installs') ? lists.headWho : lists.headName;
  },
  wordsOf,
  noteWords,
  nameOf: ({ name }) => name,
  factsOf,
  reasonFields,
  adviceOn: causeMeaning,
};

const sheetsOf = (rows: readonly PlannedListRow[]): readonly string[] => [
  ...new Set(rows.map(({ sheet }) => sheet)),
];
