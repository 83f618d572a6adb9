import { textIn } from '#core/record/fields.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { byKind } from '#programmes/by-kind.ts';
import { identities } from '#programmes/identities.ts';
import type { Identity, NameOf, NameWords } from '#programmes/programme.ts';
import { isLegible } from '#data/records/read-record.ts';
import { ownEntry } from '#core/own-entry.ts';

/** What of the kinds is a name, the first that is there. */
const NAMED = ['name', 'fileName', 'appleId'];
type Words = NameWords;

const NAMES = byKind<Identity, NameOf>(identities, ({ names }) => names);

/**
 * What a record is called where it is alone: an order by its sum and number, a code by its
 * place; what cannot be read by its kind.
 */
export const recordName = (record: VolymRecord, text: Words): string =>
  isLegible(record) ? nameOf(record, text) : kindName(record, text) || text.history.nameless;

const nameOf = (record: VolymRecord, text: Words): string => {
  const own = ownEntry(NAMES, record.kind);
  if (own !== undefined) return own(record, text) || kindName(record, text);
  const said = NAMED.map((field) => textIn(record.data, field)).find((name) => name !== '');
  // Of an app that Apple names by its number alone.
  const number = textIn(record.data, 'adamId');
  return said ?? [kindName(record, text), number].filter(Boolean).join(' ');
};

/** The kind of record, in a word; '' for one from a newer version. */
export const kindName = (
  { kind }: Pick<VolymRecord, 'kind'>,
  { history }: Pick<Words, 'history'>,
): string => ownEntry<string>(history.kinds, kind) ?? '';
