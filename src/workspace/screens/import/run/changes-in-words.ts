import type { ImportedChange, ImportedField, ImportRun } from '#core/import/import-run.ts';
import { isOfImport, isUndoing, saidDay } from '#core/import/import-steps.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { WITHDRAWN, type Step } from '#core/record/step.ts';
import { kindOf } from '#programmes/kinds.ts';
import { withMore, type Texts } from '#ui/text.ts';
import { fieldName } from '../../history/field-title.ts';
import { loadHistoryText, type HistoryTexts } from '../../history/load-history-text.ts';
import { stepName } from '../../history/past-lines.ts';
import { answerWords } from '../../questions/answer-words.ts';
import type { tellingOf } from './telling.ts';

/** What an import did to a record that was there before it, in words. */
export type ChangesInWords = {
  /** What its fields were and became; '' where none of them has a name. */
  readonly fields: string;
  /** The steps that it got, as an order that its code came to. */
  readonly steps: string;
};

type Given = {
  readonly run: Pick<ImportRun, 'id' | 'data'>;
  /** The records that it changed, or put others under, as they are now. */
  readonly touched: ReadonlyMap<string, VolymRecord>;
  readonly telling: Pick<ReturnType<typeof tellingOf>, 'field'>;
};

/** What an import changed, by the id of the record. A secret is only named. */
export const changesInWords = async (
  { run, touched, telling }: Given,
  text: Texts,
  today: string,
): Promise<ReadonlyMap<string, ChangesInWords>> => {
  const history = await loadHistoryText(text.language);
  const words: Words = withMore(text, () => history);
  const changes = new Map(run.data.changed.map((change) => [change.id, change]));
  const made = new Set([...run.data.created, ...run.data.restored]);
  const found = new Map<string, ChangesInWords>();
  for (const id of new Set([...changes.keys(), ...touched.keys()])) {
    const record = touched.get(id);
    const change = changes.get(id);
    const fields = change === undefined ? '' : fieldsIn(change, record, telling, words, today);
    const steps = record === undefined || made.has(id) ? '' : stepsIn(record, run.id, words, today);
    if (fields !== '' || steps !== '') found.set(id, { fields, steps });
  }
  return found;
};

type Words = Texts & HistoryTexts;

const fieldsIn = (
  { fields }: ImportedChange,
  record: VolymRecord | undefined,
  telling: Given['telling'],
  text: Words,
  today: string,
): string => {
  const all = Object.entries(fields).flatMap(([field, change]) => {
    const own = record === undefined ? undefined : telling.field(record, field, change, text);
    if (own !== undefined) return own;
    const name = fieldName(field, text);
    return name === undefined ? [] : changeIn(name, field, change, record, text, today);
  });
  return [...new Set(all)].filter((part) => part !== '').join(' · ');
};

const changeIn = (
  name: string,
  field: string,
  { from, to }: ImportedField,
  record: VolymRecord | undefined,
  text: Words,
  today: string,
): string => {
  const isSecret =
    record === undefined || kindOf(record.kind)?.secretFields.includes(field) !== false;
  if (isSecret || !isPlain(from) || !isPlain(to)) return name;
  const say = (value: unknown): string =>
    answerWords(record, field, value, { text, today, people: [] });
  return text.import.change(name, isNothing(from) ? '' : say(from), say(to));
};

const isNothing = (value: unknown): boolean =>
  value === '' || value === null || value === undefined;

/** What is said in a word or two: of maps and lists the name of their field is enough. */
const isPlain = (value: unknown): boolean => isNothing(value) || typeof value !== 'object';

/** An order follows its codes: what it then got is the import's, too. */
const stepsIn = (record: VolymRecord, run: string, text: Words, today: string): string =>
  record.steps
    .filter((step) => isOfImport(run, step) && !isUndoing(step))
    .map((step) => stepIn(step, record, text, today))
    .join(' · ');

const stepIn = (step: Step, record: VolymRecord, text: Words, today: string): string => {
  if (step.kind === WITHDRAWN) {
    const about = record.steps.find(({ id }) => id === step.withdraws);
    return text.history.takenBack(stepName(about?.kind ?? '', record.kind, text));
  }
  const name = stepName(step.kind, record.kind, text);
  const day = saidDay(step);
  return day === ''
    ? text.import.dayUnsaid(name)
    : text.import.change(name, '', text.format.dayShort(day, today));
};
