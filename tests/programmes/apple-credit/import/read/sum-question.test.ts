import { describe, expect, test } from 'vitest';
import type { Answers, Question } from '#core/import/file-question.ts';
import { csvOf, shelfOf } from '#tests/factories/vip-lists.ts';

type Row = {
  readonly outcome: string;
  readonly row: number;
  readonly reason?: string;
  readonly amount?: string;
  readonly amountOf?: string;
};

/** Codes of two orders: two of the first, one of the second. */
const TWO_AND_ONE = (sum: string) => [
  `1000001;FAKE0000ABC1;${sum}`,
  `1000001;FAKE0000ABC2;${sum}`,
  '1000002;FAKE0000ABC3;7000',
];

const open = async (...lines: readonly string[]) => {
  const shelf = await shelfOf(csvOf(...lines));
  return {
    questions: shelf.content().questions as readonly Question[],
    asksColumns: shelf.content().sheets.some(({ needsMapping }) => needsMapping),
    rows: (answers: Answers = {}) => [...shelf.rows(answers)] as unknown as readonly Row[],
  };
};

const whoseSums = (rows: readonly Row[]) =>
  rows.map(({ outcome, reason, amountOf }) =>
    outcome === 'unreadable' ? reason : (amountOf ?? 'order'),
  );

describe('A5: an order with several codes and one sum beside each', () => {
  test('A5: it is asked once of the whole sheet, by one order of it, what the sums are of', async () => {
    const { questions } = await open(
      'Order;Code;Amount',
      ...TWO_AND_ONE('5000 SEK'),
      '1000003;FAKE0000ABC4;900',
      '1000003;FAKE0000ABC5;900',
    );
    expect(questions).toEqual([
      {
        id: 'amount-of:amount',
        kind: 'amount-of',
        sheet: '',
        row: 2,
        written: 'Amount',
        order: { number: '1000001', codes: 2, currency: 'SEK' },
        choices: [
          { id: 'code', reads: '10000.00' },
          { id: 'order', reads: '5000.00' },
        ],
      },
    ]);
  });

  test('A5: rows of such orders wait for the answer, those of other orders do not', async () => {
    const { rows } = await open('Order;Code;Amount', ...TWO_AND_ONE('5000'));
    const waits = 'amount-of-code-or-order';
    expect(whoseSums(rows())).toEqual([waits, waits, 'order']);
    expect(rows()[0]).toMatchObject({ read: { amount: '5000.00', hasCode: true } });
    expect(JSON.stringify(rows().slice(0, 2))).not.toContain('FAKE');
    expect(whoseSums(rows({ 'amount-of:amount': 'nonsense' }))).toEqual([waits, waits, 'order']);
    expect(whoseSums(rows({ 'amount-of:amount': 'order' }))).toEqual(['order', 'order', 'order']);
    expect(whoseSums(rows({ 'amount-of:amount': 'code' }))).toEqual(['code', 'code', 'code']);
  });

  test.each([
    ['Amount', 'asked'],
    ['Belopp', 'asked'],
    ['Summa', 'asked'],
    ['Kreditvärde', 'asked'],
    // Of an order, too, it is said so: what Apple calls its credit value.
    ['Value', 'asked'],
    ['Värde', 'asked'],
    ['Betrag', 'asked'],
    ['Order total', 'order'],
    ['Ordersumma', 'order'],
    ['Total', 'order'],
    ['Totalt', 'order'],
    ['Totalt (SEK)', 'order'],
    ['Belopp per order', 'order'],
    ['Gesamtbetrag', 'order'],
    ['Montant total', 'order'],
    ['I alt', 'order'],
    ['Per code', 'code'],
    ['Amount per code', 'code'],
    ['Amount (per code)', 'code'],
    ['Kodens värde', 'code'],
    ['Belopp per kod', 'code'],
    ['Belopp (per kod)', 'code'],
    ['Belopp per kod (SEK)', 'code'],
    ['Denomination', 'code'],
    ['Wert pro Code', 'code'],
    ['Valeur du code', 'code'],
    ['Beløb pr. kode', 'code'],
  ])('A5: under %s: %s', async (heading, whose) => {
    const { questions, rows } = await open(`Ordernummer;Kod;${heading}`, ...TWO_AND_ONE('5000'));
    expect(questions.map(({ kind }) => kind)).toEqual(whose === 'asked' ? ['amount-of'] : []);
    const [first] = whoseSums(rows());
    expect(first).toBe(whose === 'asked' ? 'amount-of-code-or-order' : whose);
  });

  test.each([
    ['one code for each order, as in Apple’s own sheet', ['1;FAKE0000ABC1;5', '2;FAKE0000ABC2;5']],
    ['the same code twice', ['1;FAKE0000ABC1;5', '1;FAKE0000ABC1;5']],
    ['sums that differ', ['1;FAKE0000ABC1;5', '1;FAKE0000ABC2;6']],
    ['the sum on one row alone', ['1;FAKE0000ABC1;5', '1;FAKE0000ABC2;']],
    ['the order on a row of its own', ['1;;10', '1;FAKE0000ABC1;5', '1;FAKE0000ABC2;5']],
    ['no sums', ['1;FAKE0000ABC1;', '1;FAKE0000ABC2;', '2;FAKE0000ABC3;9']],
    ['nothing', ['1;FAKE0000ABC1;0', '1;FAKE0000ABC2;0']],
    ['no codes yet', ['1;;5', '1;;5', '2;FAKE0000ABC3;9']],
  ])('A5: nothing is asked of %s', async (_, lines) => {
    const { questions, rows } = await open('Order;Code;Amount', ...lines);
    expect(questions).toEqual([]);
    expect(rows().every(({ amountOf }) => amountOf === undefined)).toBe(true);
  });

  test('A5: the same number of two purchasers is two orders; one who is named once is that of all its rows', async () => {
    const headings = 'Order;Code;Amount;Purchaser Apple ID';
    const of = async (...purchasers: readonly string[]) =>
      (
        await open(headings, ...purchasers.map((who, at) => `1;FAKE0000ABC${at};5;${who}`))
      ).questions.map(({ order }) => order?.codes);
    expect(await of('a@x.example', 'b@x.example')).toEqual([]);
    expect(await of('a@x.example', '')).toEqual([2]);
    expect(await of('a@x.example', 'b@x.example', 'A@x.example')).toEqual([2]);
  });

  test('A5: of sums that are unclear themselves both is asked, and the sums are told of an order that is clear', async () => {
    const unclear = await open('Order;Code;Amount', ...TWO_AND_ONE('5.000').slice(0, 2));
    expect(
      unclear.questions.map(({ kind, choices }) => [kind, ...choices.map((c) => c.reads)]),
    ).toEqual([
      ['amount', '5000.00', '5.00'],
      ['amount-of', '', ''],
    ]);
    const answers = { 'amount:.': 'thousands', 'amount-of:amount': 'code' };
    expect(unclear.rows(answers)).toMatchObject([
      { amount: '5000.00', amountOf: 'code' },
      { amount: '5000.00', amountOf: 'code' },
    ]);
    const { questions } = await open(
      'Order;Code;Amount',
      ...TWO_AND_ONE('5.000').slice(0, 2),
      '1000003;FAKE0000ABC4;900',
      '1000003;FAKE0000ABC5;900',
    );
    expect(questions.at(-1)).toMatchObject({
      order: { number: '1000003' },
      choices: [{ reads: '1800.00' }, { reads: '900.00' }],
    });
  });

  test('A5: orders whose sums differ wait with the others, and are answered with them', async () => {
    const { rows } = await open(
      'Order;Code;Amount',
      ...TWO_AND_ONE('5000'),
      '1000003;FAKE0000ABC4;900',
      '1000003;FAKE0000ABC5;100',
    );
    const waits = 'amount-of-code-or-order';
    expect(whoseSums(rows())).toEqual([waits, waits, 'order', waits, waits]);
    expect(new Set(whoseSums(rows({ 'amount-of:amount': 'code' })))).toEqual(new Set(['code']));
  });

  test('A5: the sum of the order beside that of the code is the one that is read', async () => {
    const { questions, asksColumns, rows } = await open(
      'Order;Code;Amount per code;Order total',
      '1000001;FAKE0000ABC1;5000;10000',
      '1000001;FAKE0000ABC2;5000;10000',
    );
    expect(questions).toEqual([]);
    expect(asksColumns).toBe(false);
    expect(rows()).toMatchObject([{ amount: '10000.00' }, { amount: '10000.00' }]);
    expect(whoseSums(rows())).toEqual(['order', 'order']);
  });
});
