import { expect, test } from 'vitest';
import type { Act, ActedOn, ActKind } from '#core/record/act.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { acts } from '#workspace/words/sv/acts.ts';
import { acts as english } from '#workspace/words/en/acts.ts';
import { formatFor } from '#core/language/format.ts';
import { history } from '#workspace/words/sv/history.ts';
import { shownActs } from '#workspace/screens/acts/act-words.ts';
import { loadRecordText } from '#workspace/screens/history/load-history-text.ts';
import { recordName } from '#workspace/screens/history/record-name.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';

const format = formatFor('sv', 'Europe/Stockholm');
const { recordWords } = await loadRecordText('sv');
const app = appWith({ name: 'Läsresan' });
const user = userWith({ id: 'user-1', email: 'alva@nordby.example' });
const deployment = {
  ...licenceWith({ id: 'deployment-1', name: 'Bort 7A' }),
  kind: 'app-deployment',
} as unknown as VolymRecord;

const shown = async (
  kind: ActKind,
  on: readonly ActedOn[],
  back: readonly VolymRecord[],
  { words = acts, isThroughApple = false } = {},
) => {
  const here = new Map([app, user].map((record) => [record.id, record as VolymRecord]));
  const act: Act = { id: 'a', kind, on: '2026-11-20', at: 1, by: 'sara', records: on };
  const told = isThroughApple ? { ...act, apple: 'token-1' } : act;
  const records = {
    many: async (ids: readonly string[]) => new Map([...here].filter(([id]) => ids.includes(id))),
  };
  const nameOf = (record: VolymRecord): string =>
    recordName(record, { recordWords, history, format });
  const [row] = await shownActs([{ act: told, back, changed: 0 }], {
    records,
    words,
    format,
    nameOf,
    now: 1,
  } as never);
  const [, ...about] = (row?.details[0] ?? '').split(' · ');
  return [row?.name, ...about].join(' · ');
};
const ids = (records: readonly VolymRecord[]): ActedOn[] => records.map(({ id }) => ({ id }));

const alva = licenceWith({ id: 'l1', name: 'Alva Ek' });
const bo = licenceWith({ id: 'l2', name: 'Bo Lind' });
const unnamed = licenceWith({ id: 'l3', target: 'user-1', user: 'user-1' });
const device = licenceWith({ id: 'l4', to: 'device', target: 'TEST01' });
test.each<[ActKind, readonly VolymRecord[], string]>([
  ['licences-given', [alva], '1 licens antecknad som tilldelad · Alva Ek · Läsresan'],
  [
    'licences-given',
    [alva, bo],
    '2 licenser antecknade som tilldelade · Alva Ek och 1 till · Läsresan',
  ],
  [
    'licences-given',
    [unnamed],
    '1 licens antecknad som tilldelad · alva@nordby.example · Läsresan',
  ],
  ['licences-taken-back', [device], '1 licens antecknad som tillbakatagen · TEST01 · Läsresan'],
  ['apps-gone', [alva], 'Appen borta, 1 licens ledig · Alva Ek · Läsresan'],
  ['retired', [userWith({ name: 'Alva Ek' })], '1 användare avslutad · Alva Ek'],
])(
  'X12: what was done to licences names who has them and the app (%s, %#)',
  async (kind, back, sentence) => {
    expect(await shown(kind, ids(back), back)).toBe(sentence);
  },
);

test.each<[ActKind, readonly VolymRecord[], string]>([
  ['licences-given', [alva, bo], '2 licenser tilldelade · Alva Ek och 1 till · Läsresan'],
  ['licences-taken-back', [device], '1 licens tagen tillbaka · TEST01 · Läsresan'],
])('X12: what Apple did as well is described as done (%s)', async (kind, back, sentence) => {
  expect(await shown(kind, ids(back), back, { isThroughApple: true })).toBe(sentence);
});

test('X12: a deployment that was made is described as new, one that does something else as changed', async () => {
  const made = [{ id: 'deployment-1', isMade: true as const }, { id: 'l1' }];
  expect(await shown('deployed', made.slice(0, 1), [deployment])).toBe(
    'Ny distribution · Bort 7A · Läsresan',
  );
  expect(await shown('deployed', made, [deployment, alva])).toBe(
    'Ny distribution, 1 licens berörs · Bort 7A · Läsresan',
  );
  expect(await shown('deployed', made.slice(0, 1), [deployment], { words: english })).toMatch(
    /^New deployment · /,
  );
  const changed = [{ id: 'deployment-1', was: { intent: 'available' } }];
  expect(await shown('deployed', changed, [deployment])).toBe(
    'Distribution ändrad · Bort 7A · Läsresan',
  );
});
