import { describe, expect, test } from 'vitest';
import type { ImportScreen } from '#workspace/screens/import/import-screen.svelte.ts';
import { someOf } from '#tests/factories/long-run.ts';
import { randomFrom } from '#tests/fuzz/random.ts';
import { openImport } from './show-import.ts';

const urls = import.meta.glob<string>(
  [
    '/tests/fixtures/{adobe,apple-codes,apps-and-books,install-status}/*.{csv,xls,xlsx,json}',
    '/tests/fixtures/apps-and-books/saved/*.json',
    '!**/{*expected,*-cases,return-windows,customer-stages,dataset}.json',
    '!**/15-large-10000.csv',
  ],
  { query: '?url', import: 'default', eager: true },
);

type Random = () => number;

const fileOf = async (path: string): Promise<File> => {
  const bytes = await (await fetch(urls[path] ?? '')).blob();
  return new File([bytes], path.split('/').at(-1) ?? path);
};

const oneOf = <T>(all: readonly T[], random: Random): T | undefined =>
  all[Math.floor(random() * all.length)];

/** Some of what people do with a file before they import it, whatever it means. */
const doSomething = async (screen: ImportScreen, random: Random): Promise<void> => {
  const what = random();
  const reading = oneOf(screen.readings, random);
  if (what < 0.25 && reading !== undefined)
    return screen.readAs(reading.name, oneOf(reading.choices, random) ?? reading.now);
  const at = Math.floor(random() * screen.sheets.length);
  const sheet = screen.sheets[at];
  const column = oneOf<{ readonly index: number }>(sheet?.columns ?? [], random);
  if (what < 0.7 && sheet !== undefined && column !== undefined) {
    const words = new Proxy({}, { get: () => new Proxy({}, { get: () => '' }) });
    const fields = screen.importing?.fieldsOf(sheet, words as never) ?? [];
    const ids = fields.map(([id]) => id);
    return screen.mapColumn(at, column.index, oneOf(['', ...ids], random) ?? '');
  }
  const question = oneOf(screen.questions, random);
  const answer = oneOf(question?.choices ?? [], random);
  if (question !== undefined && answer !== undefined) return screen.answer(question.id, answer.id);
  return undefined;
};

/** What would be written now. */
const written = ({ dryRun }: ImportScreen): number =>
  (dryRun?.plan.counts.new ?? 0) + (dryRun?.plan.counts.changed ?? 0);

const SEEDS = Array.from({ length: 8 }, (_, at) => at + 1);

describe.each(someOf(SEEDS, 8))('A5: whatever was answered, seed %i', (seed) => {
  test.each(Object.keys(urls))('A5: %s read again changes nothing', async (path) => {
    const random = randomFrom(seed);
    const { screen } = await openImport(
      async () => true,
      ['apple-credit', 'apple-licences', 'adobe-vip'],
    );
    await screen.choose(await fileOf(path));
    for (let step = 0; step < 5; step++)
      if (screen.phase === 'tried') await doSomething(screen, random);
    if (screen.needsMapping) await screen.confirmColumns();
    if (screen.phase !== 'tried' || written(screen) === 0) return;
    const shown = screen.sheets.map(({ kind }) => kind);
    expect(await screen.run()).toBeDefined();

    await screen.choose(await fileOf(path));
    if (screen.needsMapping) await screen.confirmColumns();
    expect(screen.phase).toBe('tried');
    expect({
      kinds: screen.sheets.map(({ kind }) => kind),
      asked: screen.questions.filter(({ id }) => !(id in screen.answers)),
      written: screen.dryRun?.plan.rows.filter(
        ({ outcome }) => outcome === 'new' || outcome === 'changed',
      ),
    }).toEqual({ kinds: shown, asked: expect.anything(), written: [] });
  });
});
