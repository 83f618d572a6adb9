import { describe, expect, test } from 'vitest';
import type { ImportRun } from '#core/import/import-run.ts';
import type { ReadProblemCode } from '#data/import/read/read-problem.ts';
import { imports as english } from '#workspace/words/en/import.ts';
import { importVip as englishVip } from '#programmes/adobe-vip/words/en/import-vip.ts';
import { importLicences as englishLists } from '#programmes/apple-licences/words/en/import-licences.ts';
import { importLicences as swedishLists } from '#programmes/apple-licences/words/sv/import-licences.ts';
import { formatFor } from '#core/language/format.ts';
import { sentenceFor } from '#core/language/sentence.ts';
import { credit as swedishCredit } from '#programmes/apple-credit/words/sv/credit.ts';
import { importVip as swedishVip } from '#programmes/adobe-vip/words/sv/import-vip.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import { more } from '#workspace/words/sv/more.ts';
import type { Texts } from '#ui/text.ts';
import { choiceOf, lineOf } from '#workspace/screens/import/run/recent-words.ts';
import { lastImport } from '#workspace/screens/more/last-import.ts';
import { rowsFor } from '#workspace/screens/import/dry-run/row-filters.ts';
import { wordsOf } from '#programmes/apple-credit/screens/import/row-words.ts';
import { sentenceOf } from '#workspace/screens/import/dry-run/sentence.ts';
import type { RowOutcome } from '#core/import/planned-row.ts';
import type { PlannedRow } from '#programmes/apple-credit/import/plan/planned.ts';

/** A problem that is missing here is a type error. */
const read: Record<ReadProblemCode, true> = {
  'empty-file': true,
  'damaged-file': true,
  'password-protected': true,
  'wrong-type': true,
  'too-large': true,
  'too-large-together': true,
  'unpacks-too-large': true,
  'too-many-rows': true,
  'too-many-cells': true,
  'too-many-parts': true,
  'endless-cell': true,
  'unsafe-file': true,
  'took-too-long': true,
  'unreadable-file': true,
  cancelled: true,
  'broken-json': true,
};
const written = [
  'vault-locked',
  'not-written',
  'cut-off',
  'already-undone',
  'too-late-to-undo',
  'record-is-gone',
];
const stopped = ['not-tried', 'import-is-running', 'undo-cut-off'];
const recognised = [
  'no-codes',
  'no-list',
  'offer-codes',
  'only-hidden',
  'nothing-pasted',
  'none-read',
];
const lists = [
  'no-licences',
  'saved-other-reply',
  'saved-apple-error',
  'saved-wrong-type',
  'saved-not-a-graph-list',
  'saved-empty-list',
  'saved-graph-error',
  'saved-mixed-list',
  'saved-other-list',
  'saved-lists-assignments',
  'saved-several-apps',
];
const codes = [...Object.keys(read), ...written, ...stopped, ...recognised, ...lists];
const inSwedish = { ...swedish.problems, ...swedishLists.problems };
const inEnglish = { ...english.problems, ...englishLists.problems };
const params = { limit: 100_000, limitMb: 20, row: 7, what: 'pdf' };

describe('A5: what went wrong is put in words', () => {
  test.each(codes)('A5: %s is a clear sentence in both languages', (code) => {
    for (const problems of [inSwedish, inEnglish]) {
      const sentence = sentenceOf(problems, { code, params });
      expect(sentence).not.toBe(code);
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toMatch(/undefined|!/);
    }
    expect(sentenceOf(inSwedish, { code, params })).not.toBe(
      sentenceOf(inEnglish, { code, params }),
    );
  });

  test('A5: what is no sheet and becomes none is not to be saved as one: the sheet itself is to be fetched', () => {
    const spoken = (what: string) =>
      sentenceOf(swedish.problems, { code: 'wrong-type', params: { what } });
    expect(spoken('image')).toBe(
      'Filen är en bild. Hämta själva kalkylbladet där du fick filen och välj det.',
    );
    expect(spoken('excel-binary')).toBe(
      'Filen är en .xlsb-fil. Spara den som .xlsx eller .csv och välj den filen.',
    );
    expect(spoken('numbers')).toBe(
      'Filen är ett Numbers-dokument. Välj Arkiv → Exportera till → CSV eller Excel i Numbers, och välj den filen här.',
    );
  });

  test('A5: a sign-in page that was saved is called by its name', () => {
    const params = { what: 'sign-in-page' };
    expect(swedish.problems['wrong-type'](params)).toBe(
      'Filen är en inloggningssida. Du var utloggad när den sparades. Logga in och spara den igen.',
    );
    expect(english.problems['wrong-type'](params)).toBe(
      'The file is a sign-in page. You were signed out when it was saved. Sign in and save it again.',
    );
  });

  test('B7: an error of Apple’s that was saved says what it means, and of a token what to do', () => {
    const said = (errorNumber: number) =>
      swedishLists.problems['saved-apple-error']({ name: 'a.json', errorNumber });
    expect(said(9621)).toBe(
      'Filen a.json är ett fel från Apple, 9621. Token har upphört att gälla. Förnya den: hämta en ny fil hos Apple för samma plats, och byt ut den gamla. Hämta sidan igen när felet är borta.',
    );
    expect(said(9603)).toBe(
      'Filen a.json är ett fel från Apple, 9603. Apple hade ett tillfälligt fel. Begäran är troligen rätt. Hämta sidan igen när felet är borta.',
    );
    expect(said(9999)).toBe(
      'Filen a.json är ett fel från Apple, 9999. Hämta sidan igen när felet är borta.',
    );
    expect(englishLists.problems['saved-apple-error']({ name: 'a.json', errorNumber: 9625 })).toBe(
      'The file a.json is an error from Apple, 9625. The token was revoked. It is no longer valid, whatever day the file says. Ask whoever manages the account at Apple why, and download a new token. Fetch the page again when the error is gone.',
    );
  });

  test('X14: counts are written as the language writes numbers', () => {
    expect([swedish.importRows(10_000), english.importRows(10_000)]).toEqual([
      'Importera 10\u202f000 rader',
      'Import 10,000 rows',
    ]);
    expect(swedish.problems['too-many-rows']({ limit: 100_000 })).toContain('100\u202f000 rader');
    expect(swedishCredit.codes.handOutSave(1_200)).toBe('Lämna ut 1\u202f200 koder');
  });

  test('C10: a renewal that leaves free licences out is not called whole', () => {
    const whole = { day: '13 dec 2027' };
    const some = { ...whole, left: 60 };
    expect(sentenceOf(swedishVip.notes, { code: 'renewal-closed', params: whole })).toBe(
      'Allt är förlängt, nästa årsdag är 13 dec 2027',
    );
    expect(sentenceOf(swedishVip.notes, { code: 'renewal-closed', params: some })).toBe(
      'Alla som har en licens behåller den, lediga som inte förlängs: 60. Nästa årsdag är 13 dec 2027',
    );
    expect(sentenceOf(englishVip.notes, { code: 'renewal-closed', params: whole })).toMatch(
      /^Everything is renewed/,
    );
    expect(sentenceOf(englishVip.notes, { code: 'renewal-closed', params: some })).toContain(
      'not renewed: 60',
    );
  });

  test('A5: a reason that a newer version stored has no sentence here', () => {
    expect(sentenceFor(swedish.why, { code: 'from-tomorrow' })).toBeUndefined();
  });
});

const texts = { import: swedish, format: formatFor('sv', 'Europe/Stockholm') } as Texts;
const at = (day: string, kind: string) => ({
  id: kind,
  kind,
  on: day,
  at: Date.parse(`${day}T06:12:00Z`),
  by: 'sara',
});
const run = (
  steps: ImportRun['steps'],
  kept: ImportRun['data']['kept'] = [],
  more: object = {},
): ImportRun =>
  ({
    id: 'r',
    steps,
    updatedAt: 0,
    data: {
      kept,
      unreadable: [],
      rows: 46,
      counts: { new: 44, changed: 0, same: 1, duplicate: 1, unreadable: 0 },
      created: [],
      restored: [],
      changed: [],
      parents: [],
      ...more,
    },
  }) as unknown as ImportRun;
const done = (day: string) => [at(day, 'started'), at(day, 'imported')];
const kept = [{ id: 'a', reason: 'redeemed' }];
const nowhere = (): boolean => false;
const now = Date.parse('2026-11-20T07:42:00Z');

describe('A5: a recent import tells what became of it', () => {
  test.each([
    ['today', run(done('2026-11-20')), 'I dag 07:12 · 44 nya, 2 lika', 'undo'],
    ['some days ago', run(done('2026-11-06')), '6 nov · till 6 dec · 44 nya, 2 lika', 'undo'],
    ['on the last day', run(done('2026-10-21')), '21 okt · till 20 nov · 44 nya, 2 lika', 'undo'],
    [
      'too late',
      run(done('2026-10-20')),
      '20 okt · kan inte längre ångras · 44 nya, 2 lika',
      'none',
    ],
    ['undone', run([...done('2026-11-06'), at('2026-11-19', 'undone')]), 'Ångrad i går', 'none'],
    [
      'undone but for one',
      run([...done('2026-11-06'), at('2026-11-19', 'undone')], kept),
      'Ångrad i går, 1 ändrad rad är kvar',
      'which',
    ],
    [
      'cut off',
      run([at('2026-11-20', 'started')]),
      'Avbröts halvvägs. Ångra, eller läs in filen igen.',
      'undo',
    ],
  ] as const)('A5: %s', (_, run, line, choice) => {
    expect(lineOf(run, texts, '2026-11-20', now, nowhere)).toBe(line);
    expect(choiceOf(run, '2026-11-20', nowhere)).toBe(choice);
  });

  const orders = {
    created: ['o1', 'o2'],
    parents: ['o1', 'o2'],
    counts: { new: 2, changed: 0, same: 0, duplicate: 0, unreadable: 0 },
  };
  const stays = (...ids: string[]) =>
    ids.map((id) => ({ id, reason: id.startsWith('o') ? 'has-codes' : 'redeemed' }));
  const undone = (kept: ImportRun['data']['kept'], more: object = orders) =>
    lineOf(
      run([...done('2026-11-19'), at('2026-11-19', 'undone')], kept, more),
      texts,
      '2026-11-20',
      now,
      nowhere,
    );

  test('A5: what stayed is counted in rows of the file, and the words say if nothing went', () => {
    expect(undone(stays('c1', 'c2', 'o1', 'o2'))).toBe(
      'Inget togs tillbaka: 2 rader har ändrats sedan importen',
    );
    expect(undone(stays('c1', 'o1'))).toBe('Ångrad i går, 1 ändrad rad är kvar');
    expect(undone([{ id: 'o1', reason: 'edited' }])).toBe('Ångrad i går, 1 ändrad rad är kvar');
    const created = { ...orders, created: ['o1'], counts: { ...orders.counts, new: 1 } };
    expect(undone([{ id: 'o1', reason: 'edited' }], created)).toBe(
      'Inget togs tillbaka: raden har ändrats sedan importen',
    );
    expect(
      undone(stays('c1', 'c2', 'o1'), {
        ...orders,
        changed: [{ id: 'o2', fields: {}, steps: [] }],
      }),
    ).toBe('Ångrad i går, 2 ändrade rader är kvar');
  });

  test('A5: More shows the newest import that was not undone, else that the last was undone', () => {
    const shown = (...runs: ImportRun[]) => lastImport(runs, now, { format: texts.format, more });
    const older = run(done('2026-11-06'));
    const gone = run([...done('2026-11-19'), at('2026-11-20', 'undone')]);
    expect(shown(gone, older)).toBe('Senast 6 nov, 46 rader');
    expect(shown(run(done('2026-11-19')), older)).toBe('Senast i går, 46 rader');
    expect(shown(gone)).toBe('Ångrad i dag 07:12');
    expect(shown()).toBe('Excel eller CSV, med provkörning först');
  });

  test('A5: one that another tab is writing is not called cut off, and cannot be undone yet', () => {
    const writing = run([at('2026-11-20', 'started')]);
    expect(lineOf(writing, texts, '2026-11-20', now, () => true)).toBe('Pågår i en annan flik.');
    expect(choiceOf(writing, '2026-11-20', () => true)).toBe('none');
  });
});

describe('A5: the rows of a dry run', () => {
  const row = (
    number: number,
    outcome: RowOutcome,
    notes: PlannedRow['notes'] = [],
  ): PlannedRow => ({
    sheet: '',
    row: number,
    outcome,
    notes,
    changes: [],
    parent: '',
    orderNumber: '',
    amount: '',
    currency: '',
    readyOn: '',
    says: {},
    hasCode: false,
  });
  const rows = [
    row(2, 'new'),
    row(3, 'same'),
    row(4, 'unreadable'),
    row(5, 'duplicate'),
    row(6, 'changed'),
    row(7, 'new', ['link-differs']),
  ];

  test('A5: those to look at come errors first, those that are plainly new or the same stay out', () => {
    expect(rowsFor(rows, 'review').map((line) => line.row)).toEqual([4, 6, 7, 5]);
    expect(rowsFor(rows, 'duplicates').map((line) => line.row)).toEqual([5]);
    expect(rowsFor(rows, 'new').map((line) => line.row)).toEqual([2, 7]);
    expect(rowsFor(rows, 'all')).toBe(rows);
  });

  test.each([
    ['already-here', 0],
    ['counts-confirmed', 0],
    // What such a row says is passed over.
    ['older-than-known', 1],
    ['free-since', 1],
  ])('A5: of those that are the same, %s: %i to look at', (code, count) => {
    expect(rowsFor([{ ...row(2, 'same'), why: { code } }], 'review')).toHaveLength(count);
    expect(rowsFor([{ ...row(2, 'same'), why: code }], 'review')).toHaveLength(count);
  });
});

test('A5: a new order says its value and its day where no column does', () => {
  const row = {
    sheet: '',
    row: 2,
    outcome: 'new',
    changes: [],
    parent: 'o',
    notes: [],
    order: 'new',
    orderNumber: 'W1',
    amount: '25000.00',
    currency: 'SEK',
    readyOn: '2026-09-04',
  } as unknown as PlannedRow;
  const says = (inTable: boolean): string =>
    wordsOf(row, texts, () => '', '2026-11-20', inTable).detail;
  expect(says(false).replace(/\s/g, ' ')).toBe('Ny order · 25 000 kr · klar 4 sep');
  expect(says(true)).toBe('Ny order');
});
