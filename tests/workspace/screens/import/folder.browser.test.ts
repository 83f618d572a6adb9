import { screen as dom, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Language } from '#core/language/language.ts';
import { keptFolder } from '#data/device/kept-folder.ts';
import { eraseWorkspace } from '#data/workspace/erase-workspace.ts';
import { looksIntoFolders } from '#platform/browser/looks-into-folders.ts';
import { newId } from '#platform/ids.ts';
import FolderCard from '#workspace/screens/import/folder/FolderCard.svelte';
import { importFolder as english } from '#workspace/words/en/import/folder.ts';
import { importFolder as swedish } from '#workspace/words/sv/import/folder.ts';
import { answerPicker, openFolder, setLeave } from '#tests/factories/folder-here.ts';
import { openTestWorkspace } from '#tests/factories/workspace-in-browser.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { showImport } from './show-import.ts';

const user = userEvent.setup();
const button = (name: string | RegExp): HTMLElement => dom.getByRole('button', { name });

const show = (workspaceId = `test-${newId()}`, language: Language = 'sv', isNew = false) => {
  const read: File[] = [];
  const stopped: string[] = [];
  const shown = showImport(
    FolderCard,
    {
      words: language === 'sv' ? swedish : english,
      workspaceId,
      now: Date.now(),
      isNew,
      onfile: (file: File) => void read.push(file),
      onstop: () => void stopped.push('stopped'),
    },
    language,
  );
  return { workspaceId, read, stopped, unmount: shown.unmount };
};

/** What reads a file. */
const READING = ['arrayBuffer', 'bytes', 'slice', 'stream', 'text'] as const;

/** A folder that is watched already. */
const watching = async (...names: string[]) => {
  const folder = await openFolder();
  for (const name of names) await folder.put(name);
  answerPicker(folder);
  const shown = show(undefined, 'sv', true);
  // A sheet that opens again before it has told that it closed would close once more.
  const closed = new Promise((done) =>
    document.addEventListener('close', done, { capture: true, once: true }),
  );
  await user.click(within(dom.getByRole('dialog')).getByRole('button', { name: 'Välj mapp' }));
  await dom.findByRole('button', { name: /^Bevakar Rapporter/ });
  await closed;
  return { folder, ...shown };
};

/** Someone comes back to the page. */
const comeBack = (): void => void window.dispatchEvent(new FocusEvent('focus'));
const offered = (): string[] =>
  dom.queryAllByRole('button', { name: /^Läs in / }).map((b) => b.getAttribute('aria-label') ?? '');

describe('A5: a folder that is watched', () => {
  test('A5: this browser can do it', () => expect(looksIntoFolders()).toBe(true));

  test('A5: the newest file that can be read is offered, read once, and a newer one after it', async () => {
    const { folder, read } = await watching('gammal.csv', 'koder.xlsx', 'bild.png', '~$koder.xlsx');
    await dom.findByText('koder.xlsx');
    expect(offered()).toEqual(['Läs in koder.xlsx']);
    await user.click(button('Läs in koder.xlsx'));
    await waitFor(() => expect(read.map(({ name }) => name)).toEqual(['koder.xlsx']));
    await dom.findByText('Ingen ny fil');
    expect(offered()).toEqual([]);
    comeBack();
    await dom.findByText('Ingen ny fil');

    await folder.put('lista.ods');
    comeBack();
    await dom.findByText('lista.ods');
    // Saved anew, it is a new file.
    await folder.put('koder.xlsx', 'more');
    comeBack();
    await dom.findByText('koder.xlsx');
    expect(dom.getByText(/^I dag \d\d:\d\d$/)).toBeVisible();
  });

  test('A5: one that is dismissed is not offered again, on another visit either', async () => {
    const { workspaceId, unmount } = await watching('koder.csv');
    await user.click(await dom.findByRole('button', { name: 'Visa inte koder.csv mer' }));
    await dom.findByText('Ingen ny fil');
    unmount();
    show(workspaceId);
    await dom.findByText('Ingen ny fil');
    expect(offered()).toEqual([]);
  });

  test('A5: nothing in a file is read before the press', async () => {
    const asked: string[] = [];
    const { prototype } = Blob;
    const before = new Map(READING.map((name) => [name, prototype[name]]));
    for (const name of READING) Object.assign(prototype, { [name]: () => void asked.push(name) });
    const { read } = await watching('koder.csv');
    await dom.findByText('koder.csv');
    Object.assign(prototype, Object.fromEntries(before));
    expect([asked, read]).toEqual([[], []]);
  });

  test('A5: a file that was moved away meanwhile is said to be gone, and no longer offered', async () => {
    const { folder, read } = await watching('koder.csv');
    await dom.findByText('koder.csv');
    await folder.remove('koder.csv');
    await user.click(button('Läs in koder.csv'));
    await dom.findByText('Ingen ny fil');
    expect(read).toEqual([]);
  });

  test('A5: where the browser asks again, a press shows the file; a refusal says what to do', async () => {
    const { workspaceId, unmount } = await watching('koder.csv');
    unmount();
    setLeave('prompt', 'granted');
    const again = show(workspaceId);
    const row = await dom.findByRole('button', { name: /Tryck för att låta Volym se mappen igen/ });
    expect(offered()).toEqual([]);
    await user.click(row);
    await dom.findByText('koder.csv');
    again.unmount();

    setLeave('prompt', 'denied');
    show(workspaceId);
    await user.click(await dom.findByRole('button', { name: /Tryck för att låta/ }));
    await user.click(await dom.findByRole('button', { name: /Webbläsaren visar inte mappen/ }));
    expect(await dom.findByText(/^Webbläsaren nekar Volym mappen\. Tillåt den/)).toBeVisible();
  });

  test('A5: a folder that is gone is said to be, and another can be chosen', async () => {
    const { folder } = await watching('koder.csv');
    await folder.removeAll();
    comeBack();
    await user.click(await dom.findByRole('button', { name: /Mappen finns inte kvar/ }));
    expect(dom.getByText(/^Mappen är borttagen, flyttad eller har bytt namn/)).toBeVisible();
    const other = await openFolder('Nya');
    await other.put('nytt.csv');
    answerPicker(other);
    await user.click(button('Välj en annan mapp'));
    await dom.findByText('nytt.csv');
    await dom.findByRole('button', { name: /^Bevakar Nya/ });
  });

  test('A5: the question may be closed; the same folder again keeps what was answered', async () => {
    const { folder } = await watching('koder.csv');
    await user.click(await dom.findByRole('button', { name: 'Visa inte koder.csv mer' }));
    await user.click(await dom.findByRole('button', { name: /^Bevakar Rapporter/ }));
    answerPicker(undefined);
    await user.click(button('Välj en annan mapp'));
    expect(button('Sluta bevaka')).toBeVisible();
    answerPicker(folder);
    await user.click(button('Välj en annan mapp'));
    await waitFor(() => expect(dom.queryByRole('dialog')).toBeNull());
    expect(offered()).toEqual([]);
    expect(dom.getByText('Ingen ny fil')).toBeVisible();
  });

  test('A5, X9: it is forgotten on the press that stops it, and with the workspace', async () => {
    const { workspaceId, stopped, unmount } = await watching('koder.csv');
    expect((await keptFolder(workspaceId))?.folder.name).toBe('Rapporter');
    await user.click(await dom.findByRole('button', { name: /^Bevakar Rapporter/ }));
    await user.click(button('Sluta bevaka'));
    await waitFor(() => expect(stopped).toEqual(['stopped']));
    expect(dom.queryByRole('button')).toBeNull();
    expect(await keptFolder(workspaceId)).toBeUndefined();
    unmount();

    const next = await watching('koder.csv');
    const world = await openTestWorkspace();
    await eraseWorkspace(next.workspaceId, world.settings);
    expect(await keptFolder(next.workspaceId)).toBeUndefined();
  });

  test('X9: a folder and a file may be called anything', async () => {
    const folder = await openFolder('a\u202eb');
    await folder.put('evil\u202exslx.csv');
    answerPicker(folder);
    show(undefined, 'sv', true);
    await user.click(button('Välj mapp'));
    await dom.findByText('evil\ufffdxslx.csv');
    expect(document.body.innerHTML).not.toContain('\u202e');
  });

  test.each(['light', 'dark'] as const)('X14: axe finds nothing, %s', async (theme) => {
    inTheme(theme);
    await page.viewport(1180, 820);
    const { unmount } = await watching('koder.csv');
    await dom.findByText('koder.csv');
    expect(await faults()).toEqual([]);
    await user.click(button(/^Bevakar Rapporter/));
    expect(await faults()).toEqual([]);
    unmount();
    show(undefined, 'en', true);
    await dom.findByRole('dialog', { name: 'Watch a folder' });
    expect(await faults()).toEqual([]);
    await page.viewport(390, 844);
  });
});
