import { SHEET_FIELDS, type SheetOutline } from '#programmes/apple-credit/import/read/values.ts';
import { isNotKept } from '#programmes/apple-credit/import/plan/not-kept.ts';
import type { PlannedRow } from '#programmes/apple-credit/import/plan/planned.ts';
import { bringsCodes, type CreditFile } from '#programmes/apple-credit/work/import/incoming.ts';
import { creditTask } from '#programmes/apple-credit/work/import/task.ts';
import { creditTrial, type CreditDryRun } from '#programmes/apple-credit/work/import/trial.ts';
import type { Importing } from '#workspace/screens/import/importing.ts';
import { namesIn, orderQuestions } from './order-questions.ts';
import { codesQuestion, ordersSaid } from './places.ts';
import { reasonFields } from './reason-fields.ts';
import { cellsOf, factsOf, noteWords, wordsOf } from './row-words.ts';

/** How sheets of codes and credit orders are tried out, written and told. */
export const importing: Importing<CreditFile, CreditDryRun, PlannedRow, SheetOutline> = {
  programme: 'apple-credit',
  trial: creditTrial,
  task: (run, { vault }) => creditTask(run, vault),
  asksVault: bringsCodes,
  writesSecrets: ({ plan }) => plan.codes.length > 0,
  fieldsOf: (_, text) => SHEET_FIELDS.map((field) => [field, text.import.fields[field]]),
  isNotKept,
  guesses: ['code', 'adamId'],
  asksColumns: (heading, { import: words }) =>
    heading === undefined
      ? { title: words.asksOrders, why: words.asksOrdersWhy }
      : { title: words.asksColumns, why: words.asksColumnsWhy(heading) },
  asksRows: orderQuestions,
  asksPlace: codesQuestion,
  placeMark: ({ file }, sheet) => ordersSaid(file, sheet),
  currencyOf: ({ waiting }) =>
    waiting.sheets.map(({ metadata }) => metadata.currency).find((currency) => currency),
  headOf: (sheets, text) =>
    sheets.some(({ kind }) => kind === 'credit') ? undefined : text.import.headCode,
  namesIn,
  wordsOf,
  noteWords,
  nameOf: () => '',
  cellsOf,
  factsOf,
  reasonFields,
};
