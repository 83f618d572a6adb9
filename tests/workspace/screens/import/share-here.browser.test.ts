import { screen as dom, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { installsApps } from '#platform/browser/install.ts';
import ImportStart from '#workspace/screens/import/ImportStart.svelte';
import ShareSheet from '#workspace/screens/import/ShareSheet.svelte';
import type { ShareWay } from '#workspace/screens/import/share-way.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { showImport } from './show-import.ts';

const nothing = (): void => undefined;

const start = (share: ShareWay | undefined, onshare = nothing) => {
  const given = { runs: [], today: '2026-11-20', now: Date.UTC(2026, 10, 20), vaultIsOpen: true };
  showImport(ImportStart, {
    ...given,
    share,
    onshare,
    onfiles: nothing,
    onpaste: nothing,
    onundo: nothing,
  });
};

type Given = {
  readonly way: ShareWay;
  readonly isInstalled?: boolean;
  readonly oninstall?: () => void;
};

const open = ({ way, isInstalled = true, oninstall }: Given, language: 'sv' | 'en' = 'sv') => {
  const shown = showImport(
    ShareSheet,
    { open: true, way, isInstalled, oninstall, onclose: nothing },
    language,
  );
  return { ...shown, sheet: within(dom.getByRole('dialog')) };
};

const stepsIn = (sheet: { getAllByRole(role: string): HTMLElement[] }): (string | undefined)[] =>
  sheet.getAllByRole('listitem').map((step) => step.textContent?.replace(/^\s*\d\s*/, '').trim());

describe('X7: how a file from another app gets here', () => {
  test('X7: this browser is one that installs apps', () => expect(installsApps()).toBe(true));

  test('X7: the row says what the device can do, and opens more', async () => {
    const heard: string[] = [];
    start('share', () => heard.push('share'));
    await userEvent.click(
      dom.getByRole('button', { name: 'Dela hit Från Mejl eller Filer: dela till Volym' }),
    );
    expect(heard).toEqual(['share']);
  });

  test('X7: where nothing can be shared, the row is not there', () => {
    start(undefined);
    expect(dom.queryByText('Dela hit')).toBeNull();
    expect(dom.getByRole('button', { name: /^Klistra in rader/ })).toBeVisible();
  });

  test.each([
    ['share', ['Öppna filen i Mejl eller Filer', 'Tryck på Dela', 'Välj Volym']],
    ['open-with', ['Högerklicka på filen', 'Välj Öppna med', 'Välj Volym']],
    [
      'files',
      ['Öppna filen i Mejl och tryck på Dela', 'Välj Spara i Filer', 'Tryck på Välj fil i Volym'],
    ],
  ] as const)('X7: three steps, %s', (way, steps) => {
    const { sheet } = open({ way });
    expect(stepsIn(sheet)).toEqual(steps);
    expect(sheet.queryByText(/måste vara installerad/)).toBeNull();
  });

  test('X7: an app that is not installed is installed first, by the browser’s own question or in its menu', async () => {
    const heard: string[] = [];
    const { sheet, unmount } = open({
      way: 'share',
      isInstalled: false,
      oninstall: () => heard.push('install'),
    });
    expect(sheet.getByText(/måste vara installerad/)).toBeVisible();
    await userEvent.click(sheet.getByRole('button', { name: 'Installera Volym' }));
    expect(heard).toEqual(['install']);
    expect(stepsIn(sheet)).toHaveLength(3);
    unmount();
    const later = open({ way: 'open-with', isInstalled: false });
    expect(later.sheet.queryByRole('button', { name: 'Installera Volym' })).toBeNull();
    expect(later.sheet.getByText(/webbläsarens meny/)).toBeVisible();
  });

  test('X7: an iPhone needs no installing for it, since it cannot share with the app either way', () => {
    const { sheet } = open({ way: 'files', isInstalled: false });
    expect(sheet.queryByText(/måste vara installerad/)).toBeNull();
    expect(sheet.getByText(/^På iPhone och iPad/)).toBeVisible();
  });

  test.each(['light', 'dark'] as const)('X14: axe finds nothing, %s', async (theme) => {
    inTheme(theme);
    await page.viewport(390, 844);
    for (const way of ['share', 'open-with', 'files'] as const)
      for (const isInstalled of [true, false]) {
        const { unmount } = open(
          { way, isInstalled, ...(isInstalled ? {} : { oninstall: nothing }) },
          'en',
        );
        await document.fonts.ready;
        expect([way, isInstalled, ...(await faults())]).toEqual([way, isInstalled]);
        unmount();
      }
  });
});
