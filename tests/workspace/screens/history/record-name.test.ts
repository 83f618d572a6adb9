import type { RxDocument } from 'rxdb/plugins/core';
import { expect, test } from 'vitest';
import { formatFor } from '#core/language/format.ts';
import { loadRecordText } from '#workspace/screens/history/load-history-text.ts';
import { kindName, recordName } from '#workspace/screens/history/record-name.ts';
import { kinds, type KindId } from '#programmes/kinds.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { stored } from '#data/records/envelope.ts';
import { isLegible, readRecord } from '#data/records/read-record.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { examples } from '#tests/factories/examples.ts';
import { appWith, licenceWith } from '#tests/factories/apps.ts';
import { returnWith } from '#tests/factories/vip.ts';

const { history, recordWords } = await loadRecordText('sv');
const words = { recordWords, history, format: formatFor('sv', 'Europe/Stockholm') };

test.each([
  ['an app by its name', appWith({ name: 'Läsresan', adamId: '900000300399' }), 'Läsresan'],
  [
    'an app that Apple names by its number',
    appWith({ name: '', adamId: '900000300399' }),
    'App 900000300399',
  ],
  ['a licence by who has it', licenceWith({ name: 'Alva Ek' }), 'Alva Ek'],
  [
    'a licence of a device that has no name by its number',
    licenceWith({ name: '', to: 'device', target: 'TEST01' }),
    'TEST01',
  ],
  [
    'a licence that knows its user by the record alone by its sort',
    licenceWith({ name: '', target: 'r-1', user: 'r-1' }),
    'Tilldelad licens',
  ],
])('B8: a record by itself is called %s', (_, record, called) => {
  expect(recordName(record, words)).toBe(called);
});

test.each([
  ['Adobe’s number of it', { reference: 'RA-4471' }, 'RA-4471'],
  ['how many licences go back', { lines: { a: 4, b: 1 } }, '5 licenser'],
])('C6, X12: a return by itself is called by %s', (_, given, called) => {
  expect(recordName(returnWith(given), words)).toBe(called);
});

test.each(Object.keys(kinds) as KindId[])(
  'X9: a %s that cannot be read is called by its kind',
  (kind) => {
    const good = stored(examples[kind], undefined, doingOn());
    for (const data of [null, { v: 1, lines: 7, amount: [] }, { v: 99, lines: null }]) {
      const record = readRecord({
        toJSON: () => ({ ...good, data }),
      } as unknown as RxDocument<VolymRecord>);
      const name = recordName(record, words);
      expect(name).toBeTypeOf('string');
      if (!isLegible(record)) expect(name).toBe(kindName(record, words) || history.nameless);
    }
  },
);
