import { describe, expect, test } from 'vitest';
import {
  chargeIn,
  licenceTypeIn,
  orderTypeIn,
  programmeIn,
  segmentIn,
  statusIn,
} from '#programmes/adobe-vip/import/read/headings.ts';
import { importVip as englishImport } from '#programmes/adobe-vip/words/en/import-vip.ts';
import { vipChoices as englishChoices } from '#programmes/adobe-vip/words/en/vip-record-words.ts';
import { vipTables as englishTables } from '#programmes/adobe-vip/words/en/vip-tables.ts';
import { vip as english } from '#programmes/adobe-vip/words/en/vip.ts';
import { importVip as swedishImport } from '#programmes/adobe-vip/words/sv/import-vip.ts';
import { vipChoices as swedishChoices } from '#programmes/adobe-vip/words/sv/vip-record-words.ts';
import { vipTables as swedishTables } from '#programmes/adobe-vip/words/sv/vip-tables.ts';
import { vip as swedish } from '#programmes/adobe-vip/words/sv/vip.ts';

const LANGUAGES = [
  ['sv', { vip: swedish, tables: swedishTables, imports: swedishImport, choices: swedishChoices }],
  ['en', { vip: english, tables: englishTables, imports: englishImport, choices: englishChoices }],
] as const;

/** Each word with what it was written for, as a reader takes it. */
const readBy = (
  words: Readonly<Record<string, string>>,
  read: (written: string) => string | undefined,
) => Object.fromEntries(Object.entries(words).map(([value, word]) => [value, read(word)]));
const itself = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(words).map((value) => [value, value]));

describe.each(LANGUAGES)(
  'C13: in %s a list says what a sheet of the app says',
  (_, { vip, tables, imports, choices }) => {
    test('C13: programme, segment and licence type', () => {
      for (const words of [vip.programmes, imports.programmes, choices.programme])
        expect(readBy(words, programmeIn)).toEqual(itself(words));
      for (const words of [vip.segments, choices.segment])
        expect(readBy(words, segmentIn)).toEqual(itself(words));
      for (const words of [vip.licenceTypes, choices.licenceType])
        expect(readBy(words, licenceTypeIn)).toEqual(itself(words));
    });

    test('C13: the state of an authorization', () => {
      const { pending, overdue, suspended, expired, ordered, withdrawn } = tables.history.states;
      const { pending: _days, ...shown } = vip.authorization.states;
      const means = {
        overdue: 'pending',
        suspended: 'pending',
        expired: 'expired',
        ordered: 'ordered',
        withdrawn: 'cancelled',
      };
      expect(readBy({ overdue, suspended, expired, ordered, withdrawn }, statusIn)).toEqual(means);
      expect(readBy(shown, statusIn)).toEqual(means);
      expect(statusIn(pending)).toBe('pending');
      const values = imports.values;
      expect([values.ordered, values.cancelled, values.expired].map(statusIn)).toEqual([
        'ordered',
        'cancelled',
        'expired',
      ]);
    });

    test('C13: what an order is, and what was granted to go back; what Adobe has not granted does not count', () => {
      const { kinds } = tables.history;
      expect(readBy(choices.orderType, orderTypeIn)).toEqual(itself(choices.orderType));
      expect([kinds.ordered, kinds.renewed, kinds['return-granted']].map(orderTypeIn)).toEqual([
        'new',
        'renewal',
        'return',
      ]);
      expect([imports.values.new, imports.values.renewal].map(orderTypeIn)).toEqual([
        'new',
        'renewal',
      ]);
      expect(
        [kinds['return-asked'], kinds['return-denied'], kinds.authorized].map(orderTypeIn),
      ).toEqual([undefined, undefined, undefined]);
    });

    test('C13: what a line of an invoice is for', () => {
      for (const words of [imports.charges, choices.charge])
        expect(readBy(words, chargeIn)).toEqual(itself(words));
    });
  },
);
