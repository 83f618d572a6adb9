import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  codeState,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Draft } from '#core/record/record.ts';
import type { ImportRun } from '#core/import/import-run.ts';
import { codeOf } from '#tests/factories/corpus/made-up.ts';
import { bookFile } from '#tests/factories/corpus/workbook.ts';
import { fixture } from '#tests/factories/import-in-browser.ts';
import { pastedFile } from '#workspace/screens/import/brought/brought.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import ImportStart from '#workspace/screens/import/ImportStart.svelte';
import LockedFile from '#workspace/screens/import/dry-run/LockedFile.svelte';
import PasteSheet from '#workspace/screens/import/PasteSheet.svelte';
import RunDetail from '#workspace/screens/import/run/RunDetail.svelte';
import { contentOf } from '#workspace/screens/import/run/run-content.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import { whileRunning } from '#data/import/running.ts';
import type { Texts } from '#ui/text.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { RunUndo } from '#workspace/screens/import/run/undo-run.svelte.ts';
import { sentenceOf } from '#workspace/screens/import/dry-run/sentence.ts';
import type { Problem } from '#core/result.ts';
import { csvFile, MIXED, openImport, showImport, triedIn } from './show-import.ts';

const today = '2026-11-20';
const NOT_TOLD = { seen: '', expected: { refused: '' } };
const nothing = (): void => undefined;
afterEach(() => page.viewport(390, 844));

const shown = async (...lines: string[]) => {
  const opened = await openImport();
  await opened.screen.choose(
    csvFile('apple_koder_nov.csv', ...(lines.length === 0 ? MIXED : lines)),
  );
  let imported = 0;
  const onimport = (): void => void (imported += 1);
  showImport(DryRun, {
    screen: opened.screen,
    today,
    onimport,
    oncancel: nothing,
    problemWords: String,
  });
  return { ...opened, imported: () => imported };
};

describe('A5: the dry run on a phone', () => {
  test('A5: counts, columns, and the rows to look at with errors first; no code anywhere', async () => {
    await shown();
    expect(dom.getByRole('img', { name: '2 nya, 0 ändras, 1 lika, 2 läses inte' })).toBeVisible();
    expect(dom.getByRole('combobox', { name: 'Vad kolumnen Code innehåller' })).toHaveValue('code');
    const rows = within(dom.getByRole('list', { name: 'Rader att se över' })).getAllByRole(
      'listitem',
    );
    expect(rows.map((row) => row.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/Rad 3 .*Ordernummer saknas .*Raden hoppas över .*Läses inte/),
      expect.stringMatching(/Rad 4 .*”25\.000:-” är oklart .*Läses inte/),
      expect.stringMatching(/Rad 6 .*4500214410 .*Dubblett av rad 5 .*Dubblett/),
    ]);
    expect(document.body.innerHTML).not.toContain('FAKE');
  });

  test('A5: a press on a row tells the whole of it, which its list may cut', async () => {
    await shown();
    const user = userEvent.setup();
    const row = within(dom.getByRole('list', { name: 'Rader att se över' })).getByRole('button', {
      name: /Rad 6/,
    });
    await user.click(row);
    const sheet = within(await dom.findByRole('dialog', { name: 'Rad 6' }));
    expect(sheet.getByText('Dubblett av rad 5')).toBeVisible();
    expect(sheet.getByText(/^40\s000\skr$/)).toBeVisible();
    await user.click(sheet.getByRole('button', { name: 'Stäng' }));
    await waitFor(() => expect(row).toHaveFocus());
  });

  test.each([
    ['Rad 3', 'Order Number, cell A3 tom'],
    ['Rad 4', 'Amount, cell D4 25.000:-'],
  ])('A5: %s in full marks the cell that keeps it out', async (name, cell) => {
    await shown();
    const list = within(dom.getByRole('list', { name: 'Rader att se över' }));
    await userEvent.setup().click(list.getByRole('button', { name: new RegExp(name) }));
    const sheet = within(await dom.findByRole('dialog', { name }));
    const cells = within(sheet.getByRole('list', { name: 'Här står felet' }));
    expect(cells.getAllByRole('listitem').map(({ textContent }) => textContent?.trim())).toEqual([
      cell,
    ]);
  });

  test('A5: one answer holds for all rows of the file, and the button carries the real number', async () => {
    await shown();
    const user = userEvent.setup();
    expect(dom.getByRole('button', { name: 'Importera 2 rader' })).toBeEnabled();
    await user.click(dom.getByRole('button', { name: /^25\s000\skr$/ }));
    await dom.findByRole('button', { name: 'Importera 3 rader' });
    const answered = within(dom.getByRole('list', { name: 'Besvarade frågor' }));
    expect(answered.getByText(/^25\.000:- → 25\s000\skr$/)).toBeVisible();
  });

  test('A5: a column can be given another meaning', async () => {
    await shown();
    const user = userEvent.setup();
    await user.selectOptions(
      dom.getByRole('combobox', { name: 'Vad kolumnen Amount innehåller' }),
      'Importeras inte',
    );
    await dom.findByRole('button', { name: 'Importera 3 rader' });
  });

  test('A5: all rows of a large file can be shown', async () => {
    const { screen } = await openImport();
    await screen.choose(await fixture('15-large-10000.csv'));
    showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    await userEvent.setup().click(dom.getByRole('button', { name: /^Visa alla 10\u202f000$/ }));
    const list = await dom.findByRole('list', { name: 'Alla rader' });
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(40);
    expect(dom.getByRole('button', { name: /^Importera 10\u202f000 rader$/ })).toBeEnabled();
  });

  test('A5: a guessed code column is confirmed before anything can be imported', async () => {
    await shown(
      'Nummer,Sak',
      'FAKE1234ABCD,Läsresan',
      'FAKE2345BCDE,Läsresan',
      'FAKE3456CDEF,Läsresan',
    );
    expect(dom.queryByRole('button', { name: /^Importera \d/ })).toBeNull();
    expect(
      dom.getByText('Inget importeras innan du har svarat: Är koderna i rätt kolumn?'),
    ).toBeVisible();
    await userEvent.setup().click(dom.getByRole('button', { name: 'Svara på frågan först' }));
    expect(dom.getByRole('heading', { name: 'Är koderna i rätt kolumn?' })).toHaveFocus();
    await userEvent.setup().click(dom.getByRole('button', { name: 'Ja, det stämmer' }));
    await waitFor(() =>
      expect(dom.getByRole('button', { name: 'Importera 3 rader' })).toBeEnabled(),
    );
  });

  test('A5: codes without an order ask once where they belong', async () => {
    const { screen } = await shown('Code', 'FAKE1234ABCD');
    const where = dom.getByRole('combobox', { name: 'Var ska koderna läggas?' });
    expect(where).toHaveDisplayValue('Ny kodlista: apple_koder_nov');
    expect(screen.choiceOf('apple-credit').destination).toBe('as-suggested');
  });
});

describe('A5: codes that were pasted with an order number above them', () => {
  const above = async (...numbers: readonly string[]) => {
    const { world, screen } = await openImport();
    for (const [at, orderNumber] of numbers.entries())
      await world.records.create({
        id: `order-${at}`,
        kind: 'credit-order',
        programme: 'apple-credit',
        parent: '',
        data: { v: 1, orderNumber, purchaserAppleId: `${at}@nordby.example` },
      } as unknown as Draft);
    const text =
      'Hej!\n\nOrdernummer: 4500218837\n\nKod 1: XFAKECREDIT0007\nKod 2: XFAKECREDIT0008';
    await screen.choose([pastedFile(text, 'Inklistrade rader')]);
    const props = { screen, today, onimport: nothing, oncancel: nothing, problemWords: String };
    showImport(DryRun, props);
    return dom.getByRole('combobox', { name: 'Var ska koderna läggas?' });
  };
  const NUMBER = 'Vid koderna står ordernummer 4500218837';

  test('A5: the question says the number, and that no such order is here', async () => {
    expect(await above()).toHaveDisplayValue('Ny kodlista: Inklistrade rader');
    expect(
      dom.getByText(new RegExp(`^${NUMBER}, men ingen sådan order finns här\\.`)),
    ).toBeVisible();
  });

  test('A5: the order of that number is suggested', async () => {
    expect(await above('4500218837')).toHaveDisplayValue('4500218837');
    expect(dom.getByText(new RegExp(`^${NUMBER}\\. `))).toBeVisible();
  });

  test('A5: of two orders with the number none is, and they are told apart', async () => {
    const where = await above('4500218837', '4500218837');
    expect(dom.getByText(new RegExp(`^${NUMBER}, som flera order här har\\.`))).toBeVisible();
    expect(
      within(where)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(
      expect.arrayContaining(['4500218837, 0@nordby.example', '4500218837, 1@nordby.example']),
    );
  });
});

describe('A5: the dry run on a tablet', () => {
  test('A5: a long order number goes on in a second line, its press tells it whole, and sheets are named', async () => {
    await page.viewport(1180, 820);
    const { screen } = await openImport();
    const number = 'ORDER-2026-000001234567890123-4500218837';
    const rowsOf = (name: string) => ({
      name,
      rows: [
        ['Order Number', 'Amount', 'Currency', 'Code'],
        [`${number}-${name.length}`, 25_000, 'SEK', codeOf(name.length, 16)],
      ],
    });
    const sheets = ['Beställningar_Nordby_kommun_utb', 'Sydvästra skolområdet'];
    const { bytes } = bookFile('order.xlsx', sheets.map(rowsOf), NOT_TOLD);
    await screen.choose(new File([bytes], 'order.xlsx'));
    const given = { screen, today, onimport: nothing, oncancel: nothing, problemWords: String };
    showImport(DryRun, given);
    const user = userEvent.setup();
    await user.click(dom.getByRole('radio', { name: /^Alla/ }));
    for (const name of sheets) {
      const table = within(await dom.findByRole('table', { name: `Alla rader: ${name}` }));
      expect(dom.getByRole('heading', { level: 2, name })).toBeVisible();
      const cell = table.getByText(`${number}-${name.length}`);
      expect(cell.getBoundingClientRect().height).toBeGreaterThan(30);
      await user.click(table.getByRole('button'));
      const sheet = within(await dom.findByRole('dialog', { name: `Rad 2 i ${name}` }));
      expect(sheet.getAllByText(new RegExp(`${number}-${name.length}`))[0]).toBeVisible();
      await user.click(sheet.getByRole('button', { name: 'Stäng' }));
    }
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(1180);
  });

  test('A5: a row of the table answers a press, too', async () => {
    await page.viewport(1180, 820);
    await shown();
    await userEvent.setup().click(dom.getByRole('button', { name: 'Dubblett av rad 5' }));
    expect(await dom.findByRole('dialog', { name: 'Rad 6' })).toBeVisible();
  });

  test('A5: a sum is as far from the day after it as can be told apart, and no long one reaches it', async () => {
    await page.viewport(1180, 820);
    const { screen } = await openImport();
    const heads = 'Order Number,Order Date,Available From,Amount,Currency';
    const row = (number: number, sum: string): string =>
      `${number},2026-09-01,2026-09-04,${sum},SEK`;
    await screen.choose(
      csvFile('kredit.csv', heads, row(4500218837, '37'), row(4500218838, '123456789')),
    );
    const given = { screen, today, onimport: nothing, oncancel: nothing, problemWords: String };
    showImport(DryRun, given);
    await userEvent.setup().click(dom.getByRole('radio', { name: /^Alla/ }));
    const table = within(dom.getByRole('table', { name: 'Alla rader' }));
    const textIn = (name: RegExp): DOMRect[] =>
      table.getAllByText(name).map((element) => element.getBoundingClientRect());
    const [sums, days] = [textIn(/kr$/), textIn(/^2026-09-04$/)];
    expect(sums).toHaveLength(2);
    expect(days).toHaveLength(2);
    for (const [at, sum] of sums.entries())
      expect(days[at]!.left - sum.right).toBeGreaterThanOrEqual(18);
  });

  test('A5: questions before the table, and filters over it', async () => {
    await page.viewport(1180, 820);
    await shown();
    const table = dom.getByRole('table', { name: 'Rader att se över' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    const question = dom.getByRole('group', { name: /Rad 4: vad betyder/ });
    expect(question.compareDocumentPosition(table)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    await userEvent.setup().click(dom.getByRole('radio', { name: /Dubbletter/ }));
    await waitFor(() => expect(within(dom.getByRole('table')).getAllByRole('row')).toHaveLength(2));
    expect(dom.getByText('Dubblett av rad 5')).toBeVisible();
  });
});

const wordsOf = (problem: Problem | undefined): string | undefined =>
  problem && sentenceOf(swedish.problems, problem);

describe('A5: what waits and what is refused', () => {
  test('X9: a locked vault keeps the file waiting, and goes on when it is opened', async () => {
    let answer = false;
    const { world, screen } = await openImport(async () => answer);
    world.vault.lock();
    await screen.choose(csvFile('a.csv', ...MIXED));
    expect(screen.phase).toBe('locked');
    showImport(LockedFile, {
      screen,
      problem: wordsOf(screen.problem),
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('alert').textContent).toMatch(/Lås upp för att fortsätta/);
    answer = true;
    await userEvent.setup().click(dom.getByRole('button', { name: 'Lås upp' }));
    await waitFor(() => expect(screen.phase).toBe('tried'));
  });

  test('A5: a file that was taken for codes is read as something else with the vault locked', async () => {
    const { world, screen } = await openImport(async () => false);
    world.vault.lock();
    await screen.choose(csvFile('a.csv', 'Code,Name', '1100000001,Foto', '1100000002,Film'));
    expect(screen.phase).toBe('locked');
    showImport(LockedFile, { screen, oncancel: nothing, problemWords: String });
    expect(dom.getByText('Är det något annat? Välj vad filen ska läsas som.')).toBeVisible();
    await userEvent
      .setup()
      .selectOptions(dom.getByRole('combobox', { name: 'Läst som' }), 'Appar och licenser');
    await waitFor(() => expect(screen.phase).toBe('tried'));
    expect(screen.sheets).toMatchObject([{ kind: 'apps', rowCount: 2 }]);
  });

  test('A5: a sheet without codes is tried with the vault locked', async () => {
    const { world, screen } = await openImport(async () => false);
    world.vault.lock();
    await screen.choose(csvFile('a.csv', 'Order Number,Amount', 'W1,100.00'));
    expect(screen.phase).toBe('tried');
  });

  test('A5: a refused file says why and what to do, and leaves nothing', async () => {
    const { screen } = await openImport();
    await screen.choose(await fixture('18-corrupt.xlsx'));
    expect(screen.phase).toBe('start');
    const given = { runs: [], today, now: 0, vaultIsOpen: true, problem: wordsOf(screen.problem) };
    showImport(ImportStart, { ...given, onfiles: nothing, onpaste: nothing, onundo: nothing });
    expect(dom.getByRole('alert').textContent).toMatch(/Filen är skadad/);
    expect([screen.fileName, screen.sheets, triedIn(screen)]).toEqual(['', [], undefined]);
  });

  test('A5: one file that is refused is named; pasted rows have no name, and several have their own', async () => {
    const { screen } = await openImport();
    await screen.choose(await fixture('18-corrupt.xlsx'));
    expect(screen.refusedFile).toBe('18-corrupt.xlsx');
    await screen.choose(csvFile('Inklistrade rader', 'Hej', 'Vi ses'), 'nothing-pasted');
    expect(wordsOf(screen.problem)).toBe(
      'Volym känner inte igen något i det som klistrades in. Ta med rubrikraden och försök igen.',
    );
    expect(screen.refusedFile).toBe('');
    await screen.choose([new File([], 'a.csv'), new File([], 'b.csv')]);
    expect([screen.problem?.code, screen.refusedFile]).toEqual(['none-read', '']);
    await screen.choose(csvFile('a.csv', ...MIXED));
    expect([screen.refusedFile, screen.refusedFiles]).toEqual(['', []]);
  });

  test('A5: where none of several files is taken, the start names each with its reason', async () => {
    const { screen } = await openImport();
    const pdf = new File(['%PDF-1.7 …'], 'faktura.pdf');
    await screen.choose([pdf, new File([], 'tom.csv'), await fixture('18-corrupt.xlsx')]);
    expect(screen.phase).toBe('start');
    expect(screen.refusedFiles.map(({ name, problem }) => [name, problem.code])).toEqual([
      ['faktura.pdf', 'wrong-type'],
      ['tom.csv', 'empty-file'],
      ['18-corrupt.xlsx', 'damaged-file'],
    ]);
    const given = { runs: [], today, now: 0, vaultIsOpen: true, problem: wordsOf(screen.problem) };
    const refusals = screen.refusedFiles.map(({ name }) => `${name}: …`);
    const nothings = { onfiles: nothing, onpaste: nothing, onundo: nothing };
    showImport(ImportStart, { ...given, ...nothings, refusals });
    expect(dom.getByRole('alert').textContent).toMatch(
      /Ingen av de 3 filerna kan läsas\..*faktura\.pdf: ….*tom\.csv: ….*18-corrupt\.xlsx: …/s,
    );
  });

  test('A5: of several files of which one may be said what it is, the dry run asks', async () => {
    const { screen } = await openImport();
    await screen.choose([csvFile('a.csv', 'Hej', 'Vi ses'), new File([], 'b.csv')]);
    expect(screen.phase).toBe('tried');
    expect(screen.leftOut.map(({ name }) => name)).toEqual(['b.csv', 'a.csv']);
  });

  test('X9: pasted codes wait as rows, not as a file', async () => {
    const { world, screen } = await openImport(async () => false);
    world.vault.lock();
    await screen.choose(csvFile('Inklistrade rader', ...MIXED), 'nothing-pasted');
    showImport(LockedFile, { screen, oncancel: nothing, problemWords: String });
    expect(dom.getByRole('alert').textContent).toMatch(/Raderna väntar så länge\./);
  });

  test('A5: cancelled while it reads, nothing comes after', async () => {
    const { screen } = await openImport();
    const reading = screen.choose(await fixture('15-large-10000.csv'));
    expect(screen.phase).toBe('reading');
    screen.cancel();
    await reading;
    expect([screen.phase, screen.sheets]).toEqual(['start', []]);
  });

  test('A5: a file is taken by the real file input, and the same one twice', async () => {
    const taken: string[] = [];
    const given = {
      runs: [],
      today,
      now: 0,
      vaultIsOpen: false,
      onpaste: nothing,
      onundo: nothing,
    };
    showImport(ImportStart, {
      ...given,
      onfiles: ([file]: readonly File[]) => void taken.push(file?.name ?? ''),
    });
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    expect(input.accept).toBe('.xls,.xlsx,.ods,.csv,.tsv,.txt,.htm,.html,.json,.jsonl,.gz');
    const user = userEvent.setup();
    await user.upload(input, csvFile('a.csv', 'Code'));
    await user.upload(input, csvFile('a.csv', 'Code'));
    expect(taken).toEqual(['a.csv', 'a.csv']);
    expect(dom.getByText('Lås upp först om filen innehåller koder.')).toBeVisible();
  });

  test('A5: rows copied from another program can be pasted', async () => {
    const { screen } = await openImport();
    let pasted = '';
    showImport(PasteSheet, {
      onclose: nothing,
      onpaste: (rows: string) => void (pasted = rows),
      onfiles: nothing,
    });
    // The sheet is opened to paste into it.
    await waitFor(() => expect(dom.getByRole('textbox')).toHaveFocus());
    await userEvent.setup().paste('Code\tProdukt\nFAKE1234ABCD\tLäsresan');
    await userEvent.setup().click(dom.getByRole('button', { name: 'Provkör raderna' }));
    await screen.choose(csvFile('Inklistrade rader', pasted));
    expect(triedIn(screen)?.plan.counts.new).toBe(1);
  });

  test('A5: what was pasted and not taken stays in the field, with the reason until it is changed', async () => {
    const problem = 'Det som klistrades in har inga koder.';
    showImport(PasteSheet, {
      pasted: 'Hej!\nKoderna kommer i morgon.',
      problem,
      onclose: nothing,
      onpaste: nothing,
      onfiles: nothing,
    });
    const field = dom.getByRole('textbox');
    expect(field).toHaveValue('Hej!\nKoderna kommer i morgon.');
    expect(field).toHaveAccessibleDescription(problem);
    expect(field).toBeInvalid();
    await userEvent.setup().type(field, ' Eva');
    expect(dom.queryByText(problem)).toBeNull();
    expect(field).toBeValid();
  });
});

describe('A5: the tap', () => {
  test('A5: writes, drops the file, and the import can be taken back from the list', async () => {
    const { world, screen } = await shown();
    const id = await screen.run();
    expect([screen.phase, screen.sheets, triedIn(screen)]).toEqual(['start', [], undefined]);
    const [run] = (await world.records.find({ kind: 'import-run' })) as ImportRun[];
    expect(run!.id).toBe(id);
    const undone: string[] = [];
    const given = { runs: [run!], today, now: world.clock.now(), vaultIsOpen: true };
    showImport(ImportStart, {
      ...given,
      onfiles: nothing,
      onpaste: nothing,
      onundo: (run: ImportRun) => void undone.push(run.id),
    });
    await userEvent
      .setup()
      .click(dom.getByRole('button', { name: 'Ångra importen av apple_koder_nov.csv' }));
    expect(undone).toEqual([id]);
  });
});

describe('A5: what goes on meanwhile', () => {
  test('A5: an unforeseen failure ends the dry run with a sentence, not with a screen that waits', async () => {
    const { world, screen } = await openImport();
    world.records.many = () => Promise.reject(new TypeError('unforeseen'));
    await screen.choose(csvFile('a.csv', 'Order Number,Amount', 'W1,100.00'));
    expect([screen.phase, screen.problem?.code]).toEqual(['start', 'not-tried']);
  });

  test('A5: a mapping that cannot be remembered is no failed import', async () => {
    const { world, screen } = await openImport();
    const { change } = world.records;
    world.records.change = (id, command) =>
      id === 'workspace' ? Promise.reject(new Error('full')) : change(id, command);
    await screen.choose(csvFile('a.csv', 'Order Number,Amount', 'W1,100.00'));
    expect(await screen.run()).toEqual(expect.any(String));
  });

  test('A5: an import whose end cannot be written is called cut off', async () => {
    const { world, screen } = await openImport();
    world.records.change = () => Promise.reject(new Error('full'));
    await screen.choose(csvFile('a.csv', 'Order Number,Amount', 'W1,100.00'));
    expect(await screen.run()).toBeUndefined();
    expect([screen.phase, screen.problem?.code]).toEqual(['start', 'cut-off']);
  });

  test('X6: no tab is reloaded while an import is written or undone', async () => {
    const { world, screen } = await openImport();
    const seen: boolean[] = [];
    const { changeMany, insert } = world.records;
    const look = async (): Promise<void> => {
      const { held = [] } = await navigator.locks.query();
      seen.push(held.some(({ name, mode }) => name === 'volym-update' && mode === 'shared'));
    };
    world.records.insert = (...given) => look().then(() => insert(...given));
    await screen.choose(csvFile('a.csv', 'Order Number,Amount', 'W1,100.00'));
    const id = await screen.run();
    expect(seen).toEqual([true]);
    world.records.changeMany = (...given) => look().then(() => changeMany(...given));
    const texts = { import: swedish } as Texts;
    const run = (await world.records.get(id ?? '')) as ImportRun;
    await new RunUndo(() => world.records, texts).undo(run.id);
    expect(new Set(seen)).toEqual(new Set([true]));
    expect(seen.length).toBeGreaterThan(2);
  });

  test('A5: an undo that fails says so, and can be done again', async () => {
    const { world, screen } = await openImport();
    await screen.choose(csvFile('a.csv', 'Order Number,Amount', 'W1,100.00'));
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const broken = { ...world.records, changeMany: () => Promise.reject(new Error('full')) };
    const undo = new RunUndo(() => broken, { import: swedish } as Texts);
    await undo.undo(run.id);
    expect([undo.busy, toasts.current?.text]).toEqual([
      undefined,
      swedish.problems['undo-cut-off'](),
    ]);
    await new RunUndo(() => world.records, { import: swedish } as Texts).undo(run.id);
    expect(await world.records.find({ kind: 'credit-order' })).toEqual([]);
  });

  test('A5: the list does not offer to undo what another tab is still writing', async () => {
    const { world, screen } = await openImport();
    await screen.choose(csvFile('a.csv', 'Order Number,Amount', 'W1,100.00'));
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const writing = { ...run, steps: run.steps.slice(0, 1) };
    let end: () => void = nothing;
    const held = new Promise<void>((resolve) => (end = resolve));
    const other = whileRunning(run.id, () => held);
    const given = { runs: [writing], today, now: world.clock.now(), vaultIsOpen: true };
    showImport(ImportStart, { ...given, onfiles: nothing, onpaste: nothing, onundo: nothing });
    await dom.findByText('Pågår i en annan flik.');
    expect(dom.queryByRole('button', { name: /Ångra importen/ })).toBeNull();
    end();
    await other;
    await dom.findByRole('button', { name: /Ångra importen/ });
  });
});

describe('A5: what an import did', () => {
  const rows = (state: string) => [
    'Code,Status',
    `FAKE1111AAAA,${state}`,
    'FAKE2222BBBB,Available',
  ];
  const texts = { import: swedish } as Texts;

  test('A5: a newer version of a sheet says which codes are redeemed now, in the dry run and afterwards', async () => {
    const { world, screen } = await openImport();
    await screen.choose(csvFile('koder.csv', ...rows('Available')));
    await screen.run();
    await screen.choose(csvFile('koder-2.csv', ...rows('Redeemed')));
    const dryRun = showImport(DryRun, {
      screen,
      today,
      onimport: nothing,
      oncancel: nothing,
      problemWords: String,
    });
    expect(dom.getByRole('img', { name: '0 nya, 1 ändras, 1 lika, 0 läses inte' })).toBeVisible();
    const [changed] = within(dom.getByRole('list', { name: 'Rader att se över' })).getAllByRole(
      'listitem',
    );
    expect(changed?.textContent?.replace(/\s+/g, ' ')).toMatch(
      /Kod till koder .*Inlöst, filen säger inte vilken dag.*Ändras/,
    );
    dryRun.unmount();
    const run = (await world.records.get((await screen.run()) ?? '')) as ImportRun;
    const content = await contentOf(run, world.records, texts);
    expect(content.parents.map(({ name, detail }) => [name, detail(texts)])).toEqual([
      ['koder', '1 kod märkt som inlöst'],
    ]);
    showImport(RunDetail, { run, ...content, today, busy: false, onundo: nothing });
    expect(dom.getByRole('link', { name: /koder.*1 kod märkt som inlöst/ })).toBeVisible();

    await new RunUndo(() => world.records, texts).undo(run.id);
    const codes = (await world.records.find({ kind: 'redemption-code' })) as RedemptionCode[];
    expect(codes.map(codeState)).toEqual(['free', 'free']);
    expect((await contentOf(run, world.records, texts)).parents).toEqual([]);
  });
});

describe('X14: the import screens', () => {
  const run = (data: object, steps: ImportRun['steps']): ImportRun =>
    ({
      id: 'run-1',
      kind: 'import-run',
      programme: 'workspace',
      parent: '',
      steps,
      updatedAt: 0,
      data: {
        v: 1,
        fileName: 'apple_koder_nov.xlsx',
        file: 'f',
        sheet: 'credit',
        rows: 48,
        counts: { new: 41, changed: 3, same: 1, duplicate: 1, unreadable: 2 },
        unreadable: [{ row: 14, sheet: '', reason: 'order-number-missing' }],
        parents: [],
        created: [],
        restored: [],
        changed: [],
        kept: [],
        ...data,
      },
    }) as unknown as ImportRun;
  const started = {
    id: 's',
    kind: 'started',
    on: today,
    at: Date.UTC(2026, 10, 20, 6),
    by: 'sara',
  };
  const undone = { ...started, id: 'u', kind: 'undone' };
  const kept = [{ id: 'c', reason: 'redeemed' }];
  const runs = [
    run({}, [started, { ...started, id: 'i', kind: 'imported' }]),
    { ...run({ kept }, [started, undone]), id: 'run-2' },
  ];

  test.each(['light', 'dark'] as const)('X14: axe finds nothing, %s', async (theme) => {
    inTheme(theme);
    const looks = { runs, today, now: Date.UTC(2026, 10, 20, 8), vaultIsOpen: false };
    const start = showImport(ImportStart, {
      ...looks,
      problem: wordsOf({ code: 'damaged-file' }),
      onfiles: nothing,
      onpaste: nothing,
      onundo: nothing,
    });
    expect(dom.getByText(/41 nya, 3 ändrade, 2 lika, 2 inte lästa/)).toBeVisible();
    expect(dom.getByText(/Ångrad i dag .*1 ändrad rad är kvar/)).toBeVisible();
    expect(await faults()).toEqual([]);
    start.unmount();
    const parents = [
      {
        id: 'o',
        name: '4500218837',
        href: '/credit/o',
        detail: () => '1 kod, ändrad',
      },
    ];
    const records = [
      { id: 'c', name: 'Kod 1 i 4500218837', reason: 'inlöst', href: '/credit/o/codes' },
    ];
    const detail = showImport(RunDetail, {
      run: runs[0]!,
      parents,
      kept: records,
      changesIn: async () => new Map(),
      recordsOf: async () => new Map(),
      reasons: () => ({}),
      problems: () => ({}),
      today,
      busy: false,
      onundo: nothing,
    });
    expect(await faults()).toEqual([]);
    detail.unmount();
    await shown();
    expect(await faults()).toEqual([]);
    await page.viewport(1180, 820);
    await dom.findByRole('table');
    expect(await faults()).toEqual([]);
  });

  test('X14: English has the same screens', async () => {
    const { screen } = await openImport();
    await screen.choose(csvFile('codes.csv', ...MIXED));
    showImport(
      DryRun,
      { screen, today, onimport: nothing, oncancel: nothing, problemWords: String },
      'en',
    );
    expect(dom.getByRole('button', { name: 'Import 2 rows' })).toBeEnabled();
    expect(dom.getByText('Order number missing')).toBeVisible();
  });
});
