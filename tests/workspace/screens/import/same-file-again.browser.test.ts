import { describe, expect, test } from 'vitest';
import type { ImportScreen } from '#workspace/screens/import/import-screen.svelte.ts';
import { customerWith } from '#tests/factories/vip.ts';
import { someOf } from '#tests/factories/long-run.ts';
import { randomFrom } from '#tests/fuzz/random.ts';
import type { AnyOutline } from '#programmes/imports.ts';
import type { Line } from '#workspace/screens/import/importing.ts';
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
    return screen.readAs(reading, oneOf(reading.choices, random) ?? 'codes');
  const programme = oneOf(screen.programmes, random) ?? 'apple-credit';
  const sheet = oneOf<AnyOutline>(screen.partOf(programme)?.sheets ?? [], random);
  const column = oneOf<{ readonly index: number }>(sheet?.columns ?? [], random);
  if (what < 0.7 && sheet !== undefined && column !== undefined) {
    const words = new Proxy({}, { get: () => new Proxy({}, { get: () => '' }) });
    const fields = screen.importingOf(programme)?.fieldsOf(sheet, words as never) ?? [];
    const ids = fields.map(([id]) => id);
    return screen.mapColumn(sheet.name, column.index, oneOf(['', ...ids], random) ?? '');
  }
  const question = oneOf(questionsIn(screen), random);
  const answer = oneOf(question?.choices ?? [], random);
  if (question !== undefined && answer !== undefined) return screen.answer(question.id, answer.id);
  return undefined;
};

/** What would be written now. */
const written = (screen: ImportScreen): number => linesIn(screen).filter(isWritten).length;

const linesIn = (screen: ImportScreen): readonly Line[] =>
  screen.programmes.flatMap((programme) => screen.triedOf(programme)?.plan.rows ?? []);

const isWritten = ({ outcome }: Line): boolean => outcome === 'new' || outcome === 'changed';

const questionsIn = (screen: ImportScreen) =>
  screen.programmes.flatMap((programme) => screen.questionsOf(programme));

/** Guessed columns are right. */
const confirmAll = async (screen: ImportScreen): Promise<void> => {
  for (const programme of screen.programmes)
    if (screen.partOf(programme)?.sheets.some(({ needsMapping }) => needsMapping) === true)
      await screen.confirmColumns(programme);
};

const SEEDS = Array.from({ length: 4 }, (_, at) => at + 1);

/** Each file with each seed. */
const ANSWERED = SEEDS.flatMap((seed) => Object.keys(urls).map((path) => [path, seed] as const));

describe('A5: whatever was answered', () => {
  test.each(someOf(ANSWERED, 25))(
    'A5: %s read again changes nothing, seed %i',
    async (path, seed) => {
      const random = randomFrom(seed);
      const { screen, world } = await openImport(
        async () => true,
        ['apple-credit', 'apple-licences', 'adobe-vip'],
      );
      // Who holds a licence is written down on a customer who is here, for what it owns.
      if (path.endsWith('/users.csv')) {
        const at = { on: '2026-11-01', at: 1, sku: '', licenceType: 'team' } as const;
        const plans = {
          'foto|team': { ...at, product: 'Foto', owned: 9 },
          'vektor|team': { ...at, product: 'Vektor', owned: 9 },
        };
        await world.records.create(customerWith({ plans }));
      }
      await screen.choose(await fileOf(path));
      for (let step = 0; step < 5; step++)
        if (screen.phase === 'tried') await doSomething(screen, random);
      await confirmAll(screen);
      if (screen.phase !== 'tried' || written(screen) === 0) return;
      const shown = screen.sheets.map(({ kind }) => kind);
      expect(await screen.run()).toBeDefined();

      await screen.choose(await fileOf(path));
      await confirmAll(screen);
      expect(screen.phase).toBe('tried');
      expect({
        kinds: screen.sheets.map(({ kind }) => kind),
        asked: questionsIn(screen).filter(({ id }) => !(id in screen.answers)),
        written: linesIn(screen).filter(isWritten),
      }).toEqual({ kinds: shown, asked: expect.anything(), written: [] });
    },
  );
});
