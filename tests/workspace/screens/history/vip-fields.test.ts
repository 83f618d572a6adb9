import { describe, expect, test } from 'vitest';
import { type KindId, kindOf, kinds } from '#programmes/kinds.ts';
import { sync as syncEn } from '#workspace/words/en/sync.ts';
import { formatFor } from '#core/language/format.ts';
import { history } from '#workspace/words/sv/history.ts';
import { shell } from '#ui/words/sv/shell.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { answerWords, fieldWords } from '#workspace/screens/questions/answer-words.ts';
import type { Texts } from '#ui/text.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { pastLines } from '#workspace/screens/history/past-lines.ts';
import { recordName } from '#workspace/screens/history/record-name.ts';
import { examples } from '#tests/factories/examples.ts';
import { fieldsOf } from '#tests/factories/fields-of.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { loadHistoryText } from '#workspace/screens/history/load-history-text.ts';

const { recordWords: swedishRecordWords } = await loadHistoryText('sv');
const { recordWords: englishRecordWords } = await loadHistoryText('en');

const ids = (Object.keys(kinds) as KindId[]).filter((id) => kindOf(id)?.programme === 'adobe-vip');
const swedish = { sync, recordWords: swedishRecordWords };
const english = { sync: syncEn, recordWords: englishRecordWords };
/** What no person changes: the version, and where an import brought it from. */
const UNTOLD = ['v', 'origin'];

describe('X12: a changed field of a VIP record is shown by its name', () => {
  test.each(ids)('X12: every field of %s has words', (id) => {
    const { fieldsWithoutHistory = [] } = kindOf(id)!;
    const told = fieldsOf(id).filter(
      (field) => ![...UNTOLD, ...fieldsWithoutHistory].includes(field),
    );
    expect(told.length).toBeGreaterThan(3);
    for (const field of told)
      for (const text of [swedish, english])
        expect(fieldWords(field, text) !== field || field in history.fields, field).toBe(true);
  });

  test('X12: licences and their holders are shown as people say them', () => {
    const text = {
      shell,
      sync,
      recordWords: swedishRecordWords,
      format: formatFor('sv', 'Europe/Stockholm'),
    } as Partial<Texts> as Texts;
    const means = { text, today: '2026-11-20', people: [] };
    const say = (field: string, value: unknown) => answerWords(customerWith(), field, value, means);
    const plan = {
      product: 'Acrobat Pro',
      licenceType: 'team',
      sku: '',
      owned: 12,
      assigned: 9,
      on: '2026-11-20',
      at: 1,
    };
    expect(say('plans', { a: plan, b: { ...plan, product: 'Photoshop', owned: 2 } })).toBe(
      '12 × Acrobat Pro och 2 × Photoshop',
    );
    expect(say('holders', { h: { name: 'Pia Strand', group: '', plan: 'a' } })).toBe('Pia Strand');
    expect(say('lines', { a: { product: 'Illustrator', quantity: 6, sku: '' } })).toBe(
      '6 × Illustrator',
    );
    expect(say('segment', 'GOV')).toBe('Offentlig sektor');
  });

  const line = {
    ...examples['invoice-line'],
    trashedOn: '',
    history: [],
    clashes: [],
    steps: [],
    dueOn: '',
    updatedAt: 1,
    updatedBy: '',
    newestFirst: 0,
  } as VolymRecord;
  const text = {
    history,
    shell,
    sync,
    recordWords: swedishRecordWords,
    format: formatFor('sv', 'Europe/Stockholm'),
  } as Partial<Texts> as Texts;
  const past = (record: VolymRecord) =>
    pastLines(record, { text, today: '2026-11-20', people: [] }).filter(
      ({ of }) => of !== 'record',
    );

  test('C13: an old amount of an invoice is shown in its currency, what a line is for in a word', () => {
    const history = [
      { id: 'h1', at: 2, by: 'sara', field: 'netAmount', from: '54345.21', to: '54000.00' },
      { id: 'h2', at: 1, by: 'sara', field: 'charge', from: 'invoice', to: 'credit' },
    ];
    const told = past({ ...line, history } as unknown as VolymRecord).map(({ title, values }) => [
      title,
      values,
    ]);
    expect(told).toEqual([
      [
        'Belopp utan moms',
        { from: text.format.money('54345.21', 'SEK'), to: text.format.money('54000.00', 'SEK') },
      ],
      ['Debitering', { from: 'Faktura', to: 'Kreditering' }],
    ]);
    expect(recordName(line, text)).toBe('FAK880000 · 000010');
  });

  test.each([
    [line, 'line-accepted', 'Godkänd som den är'],
    [line, 'line-explained', 'Förklarad'],
    [line, 'line-paired', 'Hör till en order'],
    [line, 'line-not-ours', 'Inte vår'],
    [{ ...line, kind: 'vip-order' }, 'invoice-explained', 'Avvikelse mot fakturan förklarad'],
    [
      { ...line, kind: 'return-authorization' },
      'credit-explained',
      'Utebliven kreditering förklarad',
    ],
  ])('C13: what was answered, with its explanation: %#', (record, kind, title) => {
    const data = { note: 'Rabatt enligt avtal', order: 'r-1', line: 'line-001' };
    const steps = [{ id: 's1', kind, on: '2026-11-19', at: 1, by: 'sara', data }];
    expect(past({ ...record, steps }).map((line) => [line.title, ...line.notes])).toEqual([
      [title, text.format.day('2026-11-19', '2026-11-20'), 'Rabatt enligt avtal'],
    ]);
  });
});
