import { describe, expect, test } from 'vitest';
import { textRows } from '#data/import/pasted/text-rows.ts';
import { outcomeOf, takenOf } from '../corpus.ts';

const [FIRST, SECOND, THIRD] = ['XFAKECREDIT0001', 'XFAKECREDIT0002', 'XFAKECREDIT0003'];

/** What pasted text is read as: the kind of its sheet, each field's column, and the rows. */
const readOf = async (text: string) => {
  const taken = await takenOf('Inklistrade rader', new TextEncoder().encode(textRows(text)));
  if (!taken.ok) return { refused: taken.problem.code };
  const { programme, sheets, rows } = outcomeOf(taken.value);
  const [sheet] = sheets;
  const named = sheet?.columns.filter(({ field }) => field !== '') ?? [];
  return {
    programme,
    kind: sheet?.kind,
    fields: Object.fromEntries(named.map(({ field, index }) => [field, index])),
    rows: rows.map(({ row }) => row),
    asks: sheet?.needsMapping,
    all: JSON.stringify(rows),
    sheet: JSON.stringify(sheet),
  };
};

describe('A5: a mail that is pasted', () => {
  test('A5: Apple’s own: what it says above the code holds for it', async () => {
    const read = await readOf(
      [
        'Dear Eva Berg,',
        '',
        'Thank you for your order. Your volume credit is now available.',
        '',
        'Order Number: 4500218837',
        'Purchaser: innehall@nordby.example',
        'Amount: 25 000,00 SEK',
        `Redemption Code: ${FIRST}`,
        '',
        'Sign in to your secure inbox, where all orders are.',
        'Apple Volume Services',
      ].join('\r\n'),
    );
    expect(read).toMatchObject({ programme: 'apple-credit', kind: 'credit', rows: [8] });
    expect(read.sheet).toContain('4500218837');
    expect(read.sheet).toContain('25 000,00 SEK');
    expect(read.sheet).not.toContain(FIRST);
    expect(read.all).toContain(FIRST);
  });

  const sentences = [
    'Hej Kim!',
    '',
    'Här kommer koderna som vi beställde:',
    '',
    `Kod 1: ${FIRST} (25 000 kr)`,
    `Kod 2: ${SECOND} (18 000 kr)`,
    `Kod 3: ${THIRD}.`,
    '',
    'Hälsningar,',
    'Eva Berg, 08-123 45 67',
  ];

  test('A5: codes in sentences, a line each, after a look at the column', async () => {
    const read = await readOf(sentences.join('\n'));
    expect(read).toMatchObject({ kind: 'codes', fields: { code: 0 }, rows: [5, 6, 7], asks: true });
    for (const code of [FIRST, SECOND, THIRD]) expect(read.all).toContain(`"${code}"`);
  });

  test('A5: a code that was cut in such a line is told of, and no code is a sample', async () => {
    const read = await readOf(sentences.join('\n').replace(SECOND!, 'XFAKECRED'));
    expect(read.rows).toEqual([5, 6, 7]);
    expect(read.sheet).not.toContain('FAKE');
  });

  test('A5: codes alone on their lines, between a greeting and a name', async () => {
    const read = await readOf(
      ['Hej Kim,', 'här är koderna:', '', FIRST, SECOND, '', 'Med vänlig hälsning,', 'Eva'].join(
        '\n',
      ),
    );
    expect(read).toMatchObject({ kind: 'codes', fields: { code: 0 }, rows: [4, 5] });
  });

  test('A5: a letter that speaks of no code, or a list of serial numbers, is none', async () => {
    const letter = ['Hej Kim!', 'Paketet DM12345678901SE kommer på fredag.', 'Eva'];
    expect(await readOf(letter.join('\n'))).toEqual({ refused: 'nothing-known' });
    const devices = ['iPad,C02XL0GYJGH5 i sal 4', 'iPad,C02XL0GYJGH6 i sal 5'];
    expect(await readOf(devices.join('\n'))).toEqual({ refused: 'nothing-known' });
  });

  const table = [
    ['Order Number', 'Amount', 'Currency', 'Code'],
    ['4500218837', '25 000,00', 'SEK', FIRST],
    ['4500218838', '', 'SEK', SECOND],
    ['4500218839', '18 000,00', 'SEK', THIRD],
  ];
  const columns = { orderNumber: 0, amount: 1, currency: 2, code: 3 };

  test.each(['\t', ';'])(
    'A5: lines with a mark of the answer before them, %j',
    async (separator) => {
      const lines = table.map((cells) => `> > ${cells.join(separator)}`);
      const read = await readOf(['Se nedan, Kim, om du hinner.', '', ...lines].join('\n'));
      expect(read).toMatchObject({ fields: columns, rows: [4, 5, 6], asks: false });
    },
  );

  test('A5: columns made of spaces, with a cell left empty and a line drawn below the headings', async () => {
    const line = (cells: readonly (string | undefined)[]): string =>
      cells
        .map((cell = '') => cell.padEnd(15))
        .join('')
        .trimEnd();
    const [headings, ...rows] = table.map(line);
    const text = ['Hej,', '', headings, '-'.repeat(50), ...rows].join('\n');
    const read = await readOf(text);
    expect(read).toMatchObject({ fields: columns, rows: [5, 6, 7], asks: false });
    expect(textRows(text).split('\n')[5]).toBe(`4500218838\t\tSEK\t${SECOND}`);
    // Spaces that do not break are spaces.
    expect(await readOf(text.replaceAll(' ', '\u00a0'))).toEqual(read);
  });

  test('A5: a small table between sentences with more commas than it has tabs', async () => {
    const read = await readOf(
      [
        'Hej, här är listan, som du bad om.',
        'Den gäller Nordby, Sunne, och Ljusdal.',
        'Hör av dig, om något är oklart.',
        '',
        'Order Number\tCode',
        `4500218837\t${FIRST}`,
        `4500218838\t${SECOND}`,
      ].join('\n'),
    );
    expect(read).toMatchObject({ fields: { orderNumber: 0, code: 1 }, rows: [6, 7] });
  });

  test('B9, C13: lists of apps, people and customers in a mail', async () => {
    const apps = [
      'App                Adam ID      Licenses',
      'Testapp Matte      1435127111   120',
    ];
    expect(await readOf(apps.map((line) => `> ${line}`).join('\n'))).toMatchObject({
      programme: 'apple-licences',
      kind: 'apps',
      rows: [2],
    });
    const people = ['Hi team,', '', 'Name        Email', 'Eva Berg    eva.berg@nordby.example'];
    expect(await readOf(people.join('\n'))).toMatchObject({ kind: 'users', rows: [4] });
    const customers = [
      'VIP-ID            Kund            SKU               Antal',
      '1A2B3C4D5E6F      Nordby kommun   65304886BA01A12   10',
    ];
    expect(await readOf(customers.join('\n'))).toMatchObject({ programme: 'adobe-vip', rows: [2] });
  });
});

describe('A5: pasted text that is a sheet already', () => {
  test.each([
    ['separated text', 'Kod;Pris\nA;>100\nB;>200'],
    ['values with the mark', 'Pris\n>100\n>200\n100'],
    ['commas and wide spaces', 'Kod,  Pris\nA,  100\nB,  200'],
    ['tabs and wide spaces', 'Kod\tNamn\nA\tLäsa  mer'],
    ['two spaces after a full stop', 'Here they are.  Call me.\nI am in.  Kim'],
    ['a saved answer', '[\n  { "a":  "b  c" },\n  { "d":  "e\u00a0 f" }\n]'],
    ['quotes over lines', '"a\nb";c\nd;e'],
  ])('A5: %s stays as it is', (_, text) => expect(textRows(text)).toBe(text));
});

describe('A5: rows that are pasted as they are', () => {
  test.each([
    ['tabs', 'Kod\tAntal\n> A1\t1\n> A2\t2'],
    ['semicolons', 'Kod;Antal\n> A1;1\nA2;2\n> A3;3'],
    ['commas', 'Kod,Antal\n> A1,1\n> A2,2'],
  ])('A5: cells that begin with > between %s keep it', (_, text) => {
    expect(textRows(text)).toBe(text);
  });

  test.each([
    ['Eva skrev:\n> Kod\tAntal\n> A1\t1', 'Eva skrev:\nKod\tAntal\nA1\t1'],
    ['Hej, Eva\n\n> Kod,Antal\n> A1,1', 'Hej, Eva\n\nKod,Antal\nA1,1'],
    ['> Kod;Antal\n> A1;1', 'Kod;Antal\nA1;1'],
    // Rows that were added to the quoted ones, before them or after.
    ['> Kod;Antal\n> A1;1\nA2;2', 'Kod;Antal\nA1;1\nA2;2'],
    ['Hej\n> Kod\tAntal\n> A1\t1\nA2\t2\n> A3\t3', 'Hej\nKod\tAntal\nA1\t1\nA2\t2\nA3\t3'],
    ['Kod;Antal\n>> A1;1\n>> A2;2', 'Kod;Antal\nA1;1\nA2;2'],
    ['Kod;Antal\n> > A1;1\n> A2;2', 'Kod;Antal\nA1;1\nA2;2'],
  ])('A5: the marks of a mail that is answered go: %j', (text, rows) => {
    expect(textRows(text)).toBe(rows);
  });

  test('A5: a row with one cell is no end of columns that spaces make', () => {
    const text = ['Kod        Antal', 'A1000001   1', 'A2000002', 'A3000003   3', '', 'Eva Berg'];
    expect(textRows(text.join('\n')).split('\n')).toEqual([
      'Kod\tAntal',
      'A1000001\t1',
      'A2000002\t',
      'A3000003\t3',
      '',
      'Eva Berg',
    ]);
  });
});
