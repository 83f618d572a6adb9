import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS, MEGABYTE } from '#data/import/read/limits.ts';
import { readFiles, savedTogether } from '#data/import/read/read-files.ts';
import { savedAnswers } from '#data/import/read/saved-answers.ts';
import { DRESSES } from '#tests/factories/answer-dresses.ts';
import type { SheetFile } from '#core/import/sheet.ts';

const read = async (...blobs: readonly Blob[]) => {
  const files = blobs.map((blob) => ({ blob, name: 'assets.json' }));
  const read: SheetFile[] = [];
  for (const { read: answer } of await readFiles(files, () => undefined)) {
    if (!answer.ok) return answer.problem;
    read.push(answer.value);
  }
  const { documents = [], cut } = await savedTogether(read);
  return {
    bodies: documents.map(({ body }) => body),
    names: documents.map(({ name }) => name),
    cut,
  };
};

const pages = [0, 1, 2].map((currentPageIndex) => ({
  assets: [{ adamId: `90000000000${currentPageIndex}`, name: 'a "b" [c] {d} \\ HTTP/2 200' }],
  currentPageIndex,
}));
const texts = pages.map((page) => JSON.stringify(page));

describe('B7: saved answers in every dress', () => {
  test.each(Object.entries(DRESSES))('B7: three pages in one file, %s', async (_, dress) => {
    expect(await read(await dress(texts))).toEqual({
      bodies: pages,
      names: ['assets.json', 'assets.json (2)', 'assets.json (3)'],
      cut: [],
    });
  });

  test('B7: pages of two files with one name keep names of their own', async () => {
    const blob = await DRESSES['in a list'](texts.slice(0, 2));
    expect(await read(blob, blob)).toMatchObject({
      names: ['assets.json', 'assets.json (2)', 'assets.json (3)', 'assets.json (2) (2)'],
    });
  });

  test('B9: a list of records that say their type is the list of one answer, cut off or not', () => {
    const [one, two] = ['a', 'b'].map((id) => ({
      '@odata.type': '#microsoft.graph.iosVppApp',
      id,
    }));
    const text = JSON.stringify([one, two]);
    expect(savedAnswers(text)).toMatchObject({ bodies: [{ value: [one, two] }], isCut: false });
    expect(savedAnswers(text.slice(0, -4))).toMatchObject({
      bodies: [{ value: [one] }],
      isCut: true,
    });
    expect(savedAnswers('[{"@odata.ty')).toMatchObject({ bodies: [], isCut: true });
    expect(savedAnswers(JSON.stringify([one, {}]))).toMatchObject({
      bodies: [one, {}],
      isCut: false,
    });
  });

  test('B7: what is no list of answers stays one answer', () => {
    for (const text of ['[]', '[1,{}]', '[[{}]]', '{"a":[{}]}'])
      expect(savedAnswers(text)).toMatchObject({ bodies: [JSON.parse(text)], isCut: false });
  });
});

describe('B7: when an answer was given', () => {
  const headers = (date: string): string => `HTTP/2 200\r\nserver: x\r\n${date}\r\n\r\n`;

  test('B7: is what the Date header before it says, of each answer by itself', () => {
    const moved = 'HTTP/1.1 302 Found\r\nDate: Mon, 02 Nov 2026 08:00:00 GMT\r\n\r\n';
    const text = [
      moved + headers('Date: Tue, 03 Nov 2026 10:20:30 GMT') + texts[0],
      headers('date: Wed, 04 Nov 2026 01:00:00 +0200') + texts[1],
      headers('x-date: Wed, 04 Nov 2026 01:00:00 GMT') + texts[2],
      texts[0],
      headers('date: one day') + texts[1],
    ].join('\n');
    expect(savedAnswers(text)?.given).toEqual([
      '2026-11-03T10:20:30Z',
      '2026-11-03T23:00:00Z',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('B7: comes with the answer out of a file that begins with headers', async () => {
    const blob = new Blob([headers('Date: Tue, 03 Nov 2026 10:20:30 GMT') + texts[0]]);
    const [file] = await readFiles([{ blob, name: 'assets.txt' }], () => undefined);
    expect(file?.read).toMatchObject({
      value: { documents: [{ name: 'assets.txt', given: '2026-11-03T10:20:30Z' }] },
    });
  });
});

describe('B7: answers that end in the middle', () => {
  const cutAt = (text: string, left: number): Blob => new Blob([text.slice(0, -left)]);

  test.each([
    ['one a line', texts.join('\n')],
    ['in a list', `[${texts.join(',')}]`],
    ['with the headers of curl', texts.map((text) => `HTTP/2 200\r\na: b\r\n\r\n${text}`).join('')],
  ])('B7: %s: the pages before the last are read, and the rest is told', async (_, text) => {
    expect(await read(cutAt(text, 12))).toMatchObject({
      bodies: pages.slice(0, 2),
      cut: ['assets.json'],
    });
  });

  test('B7: a list that lacks only its end has lost nothing, and is told all the same', async () => {
    expect(await read(cutAt(`[${texts.join(',')}]`, 1))).toMatchObject({
      bodies: pages,
      cut: ['assets.json'],
    });
  });

  test('B7: a page that is cut and alone is refused', async () => {
    expect(await read(cutAt(texts[0] ?? '', 3))).toMatchObject({ code: 'broken-json' });
  });

  test('B7: cut anywhere, only whole pages are read, and never one that is not there', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('\n', '', ' , ', '\n\nHTTP/1.1 200 OK\na: b\n\n'),
        fc.boolean(),
        fc.nat(),
        (between, isList, at) => {
          const whole = isList ? `[${texts.join(',')}]` : texts.join(between);
          const cut = whole.slice(0, at % whole.length);
          const answers = savedAnswers(cut);
          expect(answers?.bodies).toEqual(pages.slice(0, answers?.bodies.length));
          const isBetween = cut === '' || (!isList && /(?:^|\})[\s,]*$/.test(cut));
          if (!isBetween) expect(answers).toMatchObject({ isCut: true });
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each([
    ['words between them', `${texts[0]} and ${texts[1]}`],
    ['a bracket too many', `${texts[0]}]`],
    ['a broken one in the middle', `${texts[0]}\n{"a":}\n${texts[1]}`],
  ])('B7: %s: nothing is read, for nobody knows what it was', async (_, text) => {
    expect(await read(new Blob([text]))).toMatchObject({ code: 'broken-json' });
  });
});

describe('A5: packed files', () => {
  const packed = (content: Uint8Array<ArrayBuffer> | string): Blob => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return new Blob([new Uint8Array(gzipSync(bytes))]);
  };

  test('A5: a packed sheet is read as the sheet', async () => {
    const [{ read: answer } = {}] = await readFiles(
      [{ blob: packed('adam_id,name\n900000000001,Mattespel\n'), name: 'apps.csv.gz' }],
      () => undefined,
    );
    expect(answer).toMatchObject({
      ok: true,
      value: { sheets: [{ rows: [{ cells: ['adam_id', 'name'] }, { number: 2 }] }] },
    });
  });

  test('A5: one that is cut is damaged', async () => {
    const blob = packed(texts.join('\n').repeat(50));
    expect(await read(blob.slice(0, blob.size - 20))).toMatchObject({ code: 'damaged-file' });
  });

  test('A5: one that grows beyond what a file may have is stopped', async () => {
    const bomb = packed(new Uint8Array(4 * LIMITS.fileMb * MEGABYTE));
    expect(bomb.size).toBeLessThan(MEGABYTE);
    expect(await read(bomb)).toMatchObject({
      code: 'unpacks-too-large',
      params: { limitMb: LIMITS.fileMb },
    });
  });

  test('A5: one in another, and a packed archive, are archives', async () => {
    const twice = packed(new Uint8Array(await packed('a,b').arrayBuffer()));
    const tape = new Uint8Array(1024);
    tape.set(new TextEncoder().encode('ustar'), 257);
    for (const blob of [twice, packed(tape)])
      expect(await read(blob)).toMatchObject({ code: 'wrong-type', params: { what: 'archive' } });
  });
});

describe('A5: a page that was saved in the place of an answer', () => {
  const page = (head: string, body: string): Blob =>
    new Blob([`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`]);

  test.each([
    ['asks for a password', page('', '<form><input name="p" type="password"></form>')],
    [
      'asks for a password in a table',
      page('', '<table><tr><td><input type=password></td></tr></table>'),
    ],
    ['is called so', page('<title>Sign in to your account</title>', '<div id="root"></div>')],
    ['is called so in Swedish', page('<title>Logga in – Apple</title>', '')],
    [
      'comes from where one signs in',
      page('', '<script src="https://idmsa.apple.com/a"></script>'),
    ],
    [
      'came with headers',
      new Blob(['HTTP/1.1 200 OK\r\na: b\r\n\r\n<html><title>Log in</title></html>']),
    ],
  ])('A5: one that %s is a sign-in page', async (_, blob) => {
    expect(await read(blob)).toMatchObject({
      code: 'wrong-type',
      params: { what: 'sign-in-page' },
    });
  });

  test('A5: a table of a portal with a link to sign in is a table', async () => {
    const blob = page(
      '<title>Codes</title>',
      '<a href="https://idmsa.apple.com/">Sign in</a><table><tr><td>Code</td></tr></table>',
    );
    const [{ read: answer } = {}] = await readFiles([{ blob, name: 'codes.xls' }], () => undefined);
    expect(answer).toMatchObject({
      ok: true,
      value: { sheets: [{ rows: [{ cells: ['Code'] }] }] },
    });
  });
});

test('B7: pages that are chosen together are the same in whatever order they were chosen', async () => {
  const page = async (at: number) => {
    const blob = new Blob([JSON.stringify({ uId: '1', currentPageIndex: at, users: [] })]);
    const [one] = await readFiles([{ blob, name: `users-${at}.json` }], () => undefined);
    if (one?.read.ok !== true) throw new Error('not read');
    return one.read.value;
  };
  const [first, second, third] = [await page(0), await page(1), await page(2)];
  const digestOf = async (...files: readonly SheetFile[]): Promise<string> =>
    (await savedTogether(files)).digest;
  expect(await digestOf(third, first, second)).toBe(await digestOf(first, second, third));
  expect(await digestOf(first, second)).not.toBe(await digestOf(first, third));
});
