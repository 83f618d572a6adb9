import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readSheet, type SheetSource } from '#data/import/sheet-reader.ts';
import { endlessSheet, hostileFiles, longSheet } from '#tests/factories/hostile-files.ts';
import { expectations, expectAsListed } from './fixtures.ts';

const addresses: Record<string, string> = import.meta.glob('../../fixtures/apple-codes/*', {
  query: '?url',
  import: 'default',
  eager: true,
});

const bytesOf = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
  const reply = await fetch(addresses[`../../fixtures/apple-codes/${name}`] ?? 'missing');
  if (!reply.ok) throw new Error(`${name} is missing`);
  return new Uint8Array(await reply.arrayBuffer());
};

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'codes.xlsx'): SheetSource => new File([bytes], name);

/** A page with a button that is pressed all the while: how often it answered, and the longest wait for it in ms. */
const pressWhile = async <T>(read: Promise<T>): Promise<{ result: T; answers: number; longest: number }> => {
  const button = document.body.appendChild(document.createElement('button'));
  let [answers, longest, last] = [0, 0, performance.now()];
  button.addEventListener('click', () => {
    answers += 1;
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  });
  const pressing = setInterval(() => button.click(), 5);
  const result = await read;
  clearInterval(pressing);
  return { result, answers, longest };
};

afterEach(() => document.body.replaceChildren());

describe('the fixtures in the worker', () => {
  test.each(expectations)('A5: %s ends as expected.json says', async (name, expected) => {
    expectAsListed(name, expected, await readSheet(fileOf(await bytesOf(name), name)));
  });
});

describe('hostile files in the worker', () => {
  const waits: number[] = [];
  afterAll(() => console.log(`hostile files: longest wait of the page ${Math.max(...waits).toFixed(0)} ms`));

  test.each(hostileFiles)(
    'A5: $name ends in one clear problem, and the page answers',
    { timeout: 60_000 },
    async (hostile) => {
      const bytes = await hostile.make({
        xls: await bytesOf('04-preamble.xls'),
        xlsx: await bytesOf('03-minimal.xlsx'),
      });
      const { result, answers, longest } = await pressWhile(readSheet(fileOf(bytes)));
      expect(result.ok ? 'was read' : result.problem.code).toBeOneOf([...hostile.ends]);
      // What is refused for its size alone is refused before a press could come between.
      const isRefusedAtOnce = bytes.length === 0 || bytes.length > 20 * 1024 * 1024;
      if (!isRefusedAtOnce) expect(answers).toBeGreaterThan(0);
      waits.push(longest);
    },
  );

  test(
    'A5: a file that keeps the parser busy is ended by the deadline, and the page answers',
    { timeout: 60_000 },
    async () => {
      const bytes = await endlessSheet();
      const { result, answers } = await pressWhile(readSheet(fileOf(bytes), { deadlineMs: 3000 }));
      expect(result).toMatchObject({ ok: false, problem: { code: 'took-too-long' } });
      expect(answers).toBeGreaterThan(10);
    },
  );
});

describe('reading', () => {
  test(
    'A5: tells its steps, and hands ten thousand rows over without holding the page up',
    { timeout: 60_000 },
    async () => {
      const file = fileOf(await longSheet(10_000));
      const steps: [string, number | undefined][] = [];
      const began = performance.now();
      const { result, answers, longest } = await pressWhile(
        readSheet(file, { onProgress: (step, share) => steps.push([step, share]) }),
      );
      const took = performance.now() - began;
      expect(result.ok && result.value.sheets[0]?.rows).toHaveLength(10_001);
      expect([...new Set(steps.map(([step]) => step))]).toEqual(['opening', 'reading', 'rows']);
      expect(steps.at(-1)).toEqual(['rows', 1]);
      expect(answers).toBeGreaterThan(0);
      console.log(
        `10,000 rows of xlsx: ${took.toFixed(0)} ms with the worker's start, longest wait ${longest.toFixed(0)} ms`,
      );
    },
  );

  test('A5: ninety-nine thousand rows arrive in order', { timeout: 60_000 }, async () => {
    const { result, longest } = await pressWhile(readSheet(fileOf(await longSheet(99_000))));
    const rows = (result.ok ? result.value.sheets[0]?.rows : undefined) ?? [];
    expect(rows).toHaveLength(99_001);
    expect(rows.every(({ number }, at) => number === at + 1)).toBe(true);
    console.log(`99,000 rows of xlsx: longest wait of the page ${longest.toFixed(0)} ms`);
  });

  test('A5: is cancelled at any time', async () => {
    const stop = new AbortController();
    const file = fileOf(await longSheet(20_000));
    const read = readSheet(file, { signal: stop.signal, onProgress: () => stop.abort() });
    expect(await read).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await readSheet(file, { signal: stop.signal })).toMatchObject({ problem: { code: 'cancelled' } });
  });

  test('A5: a file that went away since it was picked is unreadable', async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle('gone.csv', { create: true });
    const writer = await handle.createWritable();
    await writer.write('Code\nFAKE0000ABCD\n');
    await writer.close();
    const file = await handle.getFile();
    await folder.removeEntry('gone.csv');
    expect(await readSheet(file)).toMatchObject({ ok: false, problem: { code: 'unreadable-file' } });
  });
});
