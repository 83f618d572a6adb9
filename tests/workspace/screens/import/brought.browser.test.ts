import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { carriedBy, type Carried } from '#platform/browser/carried.ts';
import { broughtBy } from '#workspace/screens/import/brought/brought.ts';
import DropPlace from '#workspace/screens/import/brought/DropPlace.svelte';
import PasteSheet from '#workspace/screens/import/PasteSheet.svelte';
import SharedHere from '#workspace/screens/import/SharedHere.svelte';
import { csvFile, showImport } from './show-import.ts';

const nothing = (): void => undefined;

/** What a drag or a clipboard carries. */
const carrying = (files: readonly File[], texts: Readonly<Record<string, string>> = {}) => {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  for (const [type, text] of Object.entries(texts)) data.setData(type, text);
  return data;
};

const TABLE = {
  'text/html':
    '<table><tr><th>Code</th><th>Produkt</th></tr><tr><td>A1</td><td>Läsresan</td></tr></table>',
  'text/plain': 'Code\nProdukt\nA1\nLäsresan',
};
const ROWS = 'Code\tProdukt\nA1\tLäsresan';

const show = () => {
  const dropped: Carried[] = [];
  const pasted: Carried[] = [];
  showImport(DropPlace, {
    label: 'Släpp här',
    ondrop: (carried: Carried) => void dropped.push(carried),
    onpaste: (carried: Carried) => void pasted.push(carried),
  });
  return { dropped, pasted };
};

/** The event, once everyone has heard of it. */
const send = <Sent extends Event>(event: Sent, target: EventTarget = document.body): Sent => {
  target.dispatchEvent(event);
  return event;
};
const drag = (type: string, dataTransfer: DataTransfer | null, target?: EventTarget): DragEvent =>
  send(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }), target);
const paste = (clipboardData: DataTransfer, target?: EventTarget): ClipboardEvent =>
  send(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }), target);

describe('A5: what is dropped on the import page', () => {
  test('A5: several files, anywhere; the page says so while they are held over it', async () => {
    const { dropped } = show();
    const data = carrying([csvFile('a.csv', 'Code'), csvFile('b.csv', 'Code')]);
    expect(drag('dragover', data).defaultPrevented).toBe(true);
    await dom.findByText('Släpp här');
    drag('dragleave', data);
    await waitFor(() => expect(dom.queryByText('Släpp här')).toBeNull());
    drag('dragover', data);
    expect(drag('drop', data).defaultPrevented).toBe(true);
    await waitFor(() => expect(dom.queryByText('Släpp här')).toBeNull());
    expect(dropped[0]?.files.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
  });

  test('A5: text of another program, but not what is dragged on the page itself or into a field', () => {
    const { dropped } = show();
    const field = document.body.appendChild(document.createElement('textarea'));
    expect(drag('drop', carrying([], TABLE), field).defaultPrevented).toBe(false);
    // A field does not take files: the browser would open one in the place of the app.
    expect(drag('drop', carrying([csvFile('a.csv', 'A')]), field).defaultPrevented).toBe(true);
    drag('dragstart', carrying([], TABLE));
    expect(drag('drop', carrying([], TABLE)).defaultPrevented).toBe(false);
    drag('dragend', null);
    expect(drag('drop', carrying([], TABLE)).defaultPrevented).toBe(true);
    expect(dropped.map(({ files, text }) => [files.length, text])).toEqual([
      [1, ''],
      [0, TABLE['text/plain']],
    ]);
    field.remove();
  });
});

describe('A5: what is pasted on the import page', () => {
  test('A5: files and tables, not a word, and not what is meant for a field or a sheet', () => {
    const { pasted } = show();
    paste(carrying([csvFile('a.csv', 'A')]));
    paste(carrying([], TABLE));
    paste(carrying([], { 'text/plain': 'Code\tProdukt' }));
    paste(carrying([], { 'text/plain': 'ett ord\n' }));
    const field = document.body.appendChild(document.createElement('textarea'));
    paste(carrying([], TABLE), field);
    field.remove();
    const sheet = document.body.appendChild(document.createElement('dialog'));
    sheet.showModal();
    paste(carrying([], TABLE));
    sheet.remove();
    expect(pasted).toHaveLength(3);
  });
});

describe('A5: what it is read as', () => {
  const readOf = async (data: DataTransfer) => {
    const { files, rows } = await broughtBy(carriedBy(data), 'Inklistrade rader');
    return [
      rows !== undefined,
      ...(await Promise.all(files.map(async (f) => [f.name, await f.text()]))),
    ];
  };

  test('A5: a table keeps its columns, also where a spreadsheet copies a picture of it', async () => {
    const expected = [true, ['Inklistrade rader', ROWS]];
    expect(await readOf(carrying([], TABLE))).toEqual(expected);
    const picture = new File(['picture'], 'image.png', { type: 'image/png' });
    expect(await readOf(carrying([picture], TABLE))).toEqual(expected);
    expect(await readOf(carrying([picture]))).toEqual([false, ['image.png', 'picture']]);
  });

  test('A5: files are files, whatever text comes with them', async () => {
    const data = carrying([csvFile('a.csv', 'A'), csvFile('b.csv', 'B')], {
      'text/plain': 'a.csv',
    });
    expect(await readOf(data)).toEqual([false, ['a.csv', 'A'], ['b.csv', 'B']]);
    expect(await readOf(carrying([]))).toEqual([false]);
  });

  test('A5: a mail that is dragged as text is read without its marks', async () => {
    const text = '> Code     Produkt\n> A1       Läsresan';
    expect(await readOf(carrying([], { 'text/plain': text }))).toEqual([
      true,
      ['Inklistrade rader', ROWS],
    ]);
  });
});

describe('A5: the sheet for pasted rows', () => {
  const open = () => {
    const heard: unknown[] = [];
    showImport(PasteSheet, {
      onclose: nothing,
      onpaste: (rows: string) => void heard.push(rows),
      onfiles: ({ files }: Carried) => void heard.push(files.map(({ name }) => name)),
    });
    return { heard, field: dom.getByRole<HTMLTextAreaElement>('textbox') };
  };

  test('A5: a table is pasted with its columns, where the cursor is', async () => {
    const { heard, field } = open();
    await userEvent.type(field, 'Se: ');
    expect(paste(carrying([], TABLE), field).defaultPrevented).toBe(true);
    await waitFor(() => expect(field.value).toBe(`Se: ${ROWS}`));
    await userEvent.click(dom.getByRole('button', { name: 'Provkör raderna' }));
    expect(heard).toEqual([`Se: ${ROWS}`]);
  });

  test('A5: text is the field’s own; files are read at once', () => {
    const { heard, field } = open();
    const text = carrying([], { 'text/plain': 'Code', 'text/html': '<b>Code</b>' });
    expect(paste(text, field).defaultPrevented).toBe(false);
    paste(carrying([csvFile('a.csv', 'A'), csvFile('b.csv', 'B')]), field);
    expect(heard).toEqual([['a.csv', 'b.csv']]);
  });
});

describe('X7: files that came from another app', () => {
  test('X7: all are named before anything of them is read, as they can be shown', () => {
    const sheets = [csvFile('koder.csv', 'A'), csvFile('evil\u202excod.csv', 'B')];
    let read = 0;
    const onread = (): void => void (read += 1);
    const { unmount } = showImport(SharedHere, { sheets, from: '', onread, onclose: nothing });
    const asked = within(dom.getByRole('dialog', { name: 'Läs in filerna?' }));
    expect(asked.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'koder.csv',
      'evil\ufffdxcod.csv',
    ]);
    expect(
      asked.getByText(/^De kom från en annan app eller en webbsida\. Läs in dem/),
    ).toBeVisible();
    asked.getByRole('button', { name: 'Provkör filerna' }).click();
    expect(read).toBe(1);
    unmount();
    showImport(SharedHere, { sheets: sheets.slice(1), from: '', onread, onclose: nothing }, 'en');
    const one = within(dom.getByRole('dialog', { name: 'Read the file?' }));
    expect(one.getByText('evil\ufffdxcod.csv')).toBeVisible();
    expect(one.queryByRole('listitem')).toBeNull();
  });
});
