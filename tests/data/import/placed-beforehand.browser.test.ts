import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealedAt, type RedemptionCode } from '#domain/apple-credit/redemption-code.ts';
import { newCode } from '#domain/apple-credit/code-commands.ts';
import { NO_CHOICE } from '#domain/import/choice.ts';
import { newPerson } from '#domain/people/person-commands.ts';
import type { Draft } from '#domain/record.ts';
import { ok } from '#domain/result.ts';
import { withStep } from '#domain/step.ts';
import { toTrash } from '#domain/trash.ts';
import { openTrial, taskOf, type DryRun } from '#data/import/dry-run.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import { runImport } from '#data/import/run.ts';
import { openSheet } from '#data/import/sheet-reader.ts';
import { openTestWorkspace, type TestWorkspace } from '#tests/factories/workspace-in-browser.ts';

let world: TestWorkspace;
const opened: OpenFile[] = [];
beforeEach(async () => void (world = await openTestWorkspace()));
afterEach(async () => {
  for (const file of opened.splice(0)) file.close();
  await world.end();
});

const tryOut = async (...lines: readonly string[]): Promise<DryRun> => {
  const read = await openSheet([new File([lines.join('\r\n')], 'list.csv')]);
  if (!read.ok) throw new Error(read.problem.code);
  opened.push(read.value);
  return openTrial(world).try(read.value, {}, NO_CHOICE);
};
const outcomes = ({ plan }: DryRun) => plan.rows.map(({ outcome, why }) => [outcome, why?.code ?? '']);
const tap = async (dryRun: DryRun): Promise<void> =>
  expect((await runImport(taskOf(dryRun, world), world)).ok).toBe(true);
/** Who may write puts somebody where a file's record would come. */
const place = async (id: string): Promise<void> =>
  expect((await world.records.create(newPerson(id, 'Ingen alls') as Draft)).ok).toBe(true);

describe('A5: a code in whose place somebody wrote beforehand', () => {
  const CODES = ['Code', 'FAKE0000AAAA', 'FAKE0000BBBB'];
  const junk = { key: 'k', iv: 'AAAAAAAAAAAAAAAA', text: 'BBBBBBBBBBBBBBBBBBBBBBBBBBBB' };

  test('A5: which does not open is told, the others come, and it comes once that lies in the trash', async () => {
    const [id] = await idsOfCodes();
    await world.records.create(newCode({ id, parent: 'nowhere', usage: 'app', number: 1, sealed: junk }));
    const dryRun = await tryOut(...CODES);
    expect(outcomes(dryRun)).toEqual([
      ['unreadable', 'code-not-opened'],
      ['new', ''],
    ]);
    await tap(dryRun);
    await world.records.change(id, toTrash);
    await tap(await tryOut(...CODES));
    const code = (await world.records.get(id)) as RedemptionCode;
    expect(await world.vault.open(code.data.sealed, sealedAt(id))).toBe('FAKE0000AAAA');
    expect(outcomes(await tryOut(...CODES))).toEqual([
      ['same', 'already-here'],
      ['same', 'already-here'],
    ]);
  });

  test('A5: which does not open is told too where a step calls it redeemed; one that was redeemed and opens is the same', async () => {
    const [id, honest] = await idsOfCodes();
    const draft = newCode({ id, parent: 'nowhere', usage: 'app', number: 1, sealed: junk });
    const redeemed = { id: 'step-1', kind: 'redeemed', on: '2026-11-01', at: 5, by: 'someone' };
    await world.records.create({ ...draft, steps: [redeemed] } as Draft);
    await tap(await tryOut(...CODES));
    await world.records.change(honest, (record, doing) =>
      ok({ ...record, steps: withStep(record.steps, redeemed, doing) }),
    );
    expect(outcomes(await tryOut(...CODES))).toEqual([
      ['unreadable', 'code-not-opened'],
      ['same', 'already-redeemed'],
    ]);
  });

  test('A5: which is no code is told', async () => {
    const [id] = await idsOfCodes();
    await place(id);
    expect(outcomes(await tryOut(...CODES))).toEqual([
      ['unreadable', 'record-not-understood'],
      ['new', ''],
    ]);
  });

  const idsOfCodes = async (): Promise<[string, string]> => {
    const dryRun = await tryOut(...CODES);
    if (dryRun.programme !== 'apple-credit') throw new Error(dryRun.programme);
    return dryRun.plan.codes.map(({ id }) => id) as [string, string];
  };
});

describe('A5, B9, C13: what a file brings is told where something else lies in its place', () => {
  const lists = {
    'an order': [
      'Order Number,Order Date,Credit Amount,Currency,Redemption Code',
      '7000123,2026-11-02,"1 000,00",SEK,FAKE0000CCCC',
    ],
    'a list of codes': ['Order ID,Product Name,Code', '7000124,Läsresan,FAKE0000DDDD'],
    'an app': ['Name,App ID,Type,Total Licenses,Available Licenses', 'Läsresan,1234567890,iOS,10,4'],
    'a customer': ['Customer Name,VIP Number,Anniversary Date', 'Ekudden Bygg AB,A1B2C3D4E5F6G7H8I9J0,2027-03-01'],
  };

  test.each(Object.entries(lists))('%s', async (_, lines) => {
    const dryRun = await tryOut(...lines);
    expect(outcomes(dryRun).map(([outcome]) => outcome)).toEqual(['new']);
    const made = taskOf(dryRun, world);
    const { fresh } = await made.prepare({ run: 'r', file: 'f', fileName: 'n', doing: world.records.doing() });
    for (const { id } of fresh) await place(id);
    const again = await tryOut(...lines);
    expect(outcomes(again)).toEqual([['unreadable', 'record-not-understood']]);
    await tap(again);
    for (const { id } of fresh) expect((await world.records.get(id))?.kind).toBe('person');
  });
});
