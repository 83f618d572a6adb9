import { ownEntry } from '#core/own-entry.ts';
import { causeOf } from '#programmes/apple-licences/rules/install/install-codes.ts';
import type { ListChange, PlannedListRow } from '#programmes/apple-licences/import/plan/planned.ts';
import type { RowWhy } from '#core/import/planned-row.ts';
import type { GraphToken } from '#programmes/apple-licences/import/read/graph-lists.ts';
import type { Texts } from '#ui/text.ts';
import {
  endOf,
  rowParts,
  unreadWords,
  type RowWords,
} from '#workspace/screens/import/dry-run/row-words.ts';
import type { Fact, Names } from '#workspace/screens/import/importing.ts';
import { sentenceOf } from '#workspace/screens/import/dry-run/sentence.ts';

/** Puts one note of a row into words. */
export const noteWords = (
  note: PlannedListRow['notes'][number],
  _row: PlannedListRow,
  text: Texts,
  today: string,
): string => sentenceOf(text.importLicences.notes, withDays(note, text, today));

/** Puts a row of a list of licences into words. */
export const wordsOf = (
  row: PlannedListRow,
  text: Texts,
  _nameOf: Names,
  today: string,
): RowWords => {
  const words = text.importLicences;
  const why = row.why === undefined ? '' : sentenceOf(words.why, withDays(row.why, text, today));
  const notes = row.notes.map((note) => noteWords(note, row, text, today));
  // Whoever has a licence may have many: the row says of which app.
  const place = [row.is === 'assignment' ? (row.app ?? '') : '', row.location].filter(Boolean);
  if (row.outcome === 'unreadable') return unreadWords(row, why, row.name, text);
  if (row.outcome === 'changed') {
    const changes = row.changes.map((change) => changeOf(change, text, today));
    return {
      title: row.name,
      ...rowParts([...changes, ...notes, ...place]),
      ...endOf(row, text),
    };
  }
  if (row.outcome === 'new') {
    const what = row.state === 'restored' ? words.back : row.is === '' ? '' : words.fresh[row.is];
    return {
      title: row.name,
      ...rowParts([...notes, what, countsOf(row, text), ...intuneOf(row, text, today), ...place]),
      ...endOf(row, text),
    };
  }
  return {
    title: row.name,
    ...rowParts([why, ...notes, ...place]),
    ...endOf(row, text),
  };
};

/** "120 ägda, 4 lediga", as far as the list says. */
const countsOf = (
  { is, owned, free, isUnlimited = false }: PlannedListRow,
  text: Texts,
): string => {
  const words = text.importLicences;
  if (is !== 'app') return '';
  if (isUnlimited) return words.unlimited;
  return [owned === undefined ? '' : words.owned(owned), free === undefined ? '' : words.free(free)]
    .filter((part) => part !== '')
    .join(', ');
};

/** Until when a new token counts, and what a new deployment does for which group. */
const intuneOf = ({ token, deployment }: PlannedListRow, text: Texts, today: string): string[] => {
  const { intune, values } = text.importLicences;
  const day = token?.expires === undefined ? '' : dayOf(token.expires.slice(0, 10), text, today);
  return [
    ...(day === '' ? [] : [intune.until(day)]),
    ...(deployment === undefined ? [] : [values[deployment.intent], deployment.group]),
  ];
};

/** Fields that hold somebody's own words. */
const AS_WRITTEN: ReadonlySet<string> = new Set<ListChange['field']>([
  'organization',
  'appleId',
  'location',
  'alsoIn',
  'email',
  'devices',
]);

const changeOf = ({ field, from, to }: ListChange, text: Texts, today: string): string => {
  const words = text.importLicences;
  const name = words.fields[field];
  if (field === 'facts') return name;
  if (field === 'expiresAt')
    return text.import.change(
      name,
      dayOf(from.slice(0, 10), text, today),
      dayOf(to.slice(0, 10), text, today),
    );
  if (field === 'asOf')
    return text.import.change(name, dayOf(from, text, today), dayOf(to, text, today));
  if (field === 'cause')
    return text.import.change(name, from && causeWords(from, text), causeWords(to, text));
  if (AS_WRITTEN.has(field)) return text.import.change(name, from, to);
  const say = (value: string): string =>
    ownEntry<string>(words.values, value) ??
    (/^\d+$/.test(value) ? text.format.number(Number(value)) : value);
  return text.import.change(name, say(from), say(to));
};

/** Why an installation failed, in a few words; a code that is not known as it came. */
export const causeWords = (code: string, { importLicences: lists }: Texts): string => {
  const cause = causeOf(code);
  return cause === undefined ? code || lists.noCause : lists.installCodes[cause].short;
};

/**
 * What the error of an installation means and what to do, for the row in full; '' where nothing is
 * known of it.
 */
export const causeMeaning = (
  { changes }: PlannedListRow,
  { importLicences: lists }: Texts,
): string => {
  const cause = causeOf(changes.find(({ field }) => field === 'cause')?.to ?? '');
  return cause === undefined
    ? ''
    : `${lists.installCodes[cause].means} ${lists.installCodes[cause].todo}`;
};

const dayOf = (asOf: string, { format }: Texts, today: string): string => {
  if (asOf === '') return '';
  return asOf.includes('T')
    ? format.when(Date.parse(asOf), Date.parse(`${today}T12:00`))
    : format.dayShort(asOf, today);
};

/** Days in it as they are written here. */
const withDays = <Code extends string>(
  why: RowWhy<Code>,
  { format }: Texts,
  today: string,
): RowWhy<Code> => {
  const { params = {} } = why;
  const days = ['asOf', 'day'].filter((name) => (params[name] ?? '') !== '');
  if (days.length === 0) return why;
  const written = days.map((name) => [
    name,
    format.dayShort(String(params[name]).slice(0, 10), today),
  ]);
  return { ...why, params: { ...params, ...(Object.fromEntries(written) as typeof params) } };
};

/** The facts of a row, for the row in full. */
export const factsOf = (row: PlannedListRow, text: Texts): readonly Fact[] => {
  const lists = text.importLicences;
  return [
    { label: lists.app, value: row.app ?? '' },
    { label: lists.fields.location, value: row.location },
    { label: lists.licences, value: countsOf(row, text) },
    { label: lists.intune.group, value: row.deployment?.group ?? '' },
    ...(row.token === undefined ? [] : tokenFacts(row.token, text)),
  ];
};

const tokenFacts = (token: GraphToken, { importLicences: lists, format }: Texts): Fact[] => {
  const words = lists.intune;
  // With its year: the row says it without.
  const day = (moment = ''): string =>
    moment === '' ? '' : format.dayShort(moment.slice(0, 10), '');
  return [
    { label: lists.fields.organization, value: token.organizationName },
    { label: lists.fields.appleId, value: token.appleId },
    { label: words.account, value: token.accountType && words.accounts[token.accountType] },
    { label: words.country, value: token.country },
    { label: words.expires, value: day(token.expires) },
    { label: words.sync, value: words.syncs[token.syncStatus] },
    { label: words.synced, value: day(token.lastSynced) },
  ];
};
