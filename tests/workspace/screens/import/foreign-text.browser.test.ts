import { screen as dom, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { csvFile, openImport, showImport } from './show-import.ts';

const nothing = (): void => undefined;
afterEach(() => page.viewport(390, 844));

const LONG = 'Elev '.repeat(60).trim();

const shown = async (name: string, ...lines: readonly string[]) => {
  const opened = await openImport();
  await opened.screen.choose(csvFile(name, 'Customer Name;VIP ID;Anniversary Date', ...lines));
  const given = {
    screen: opened.screen,
    today: '2026-11-20',
    onimport: nothing,
    oncancel: nothing,
    problemWords: String,
  };
  showImport(DryRun, given);
  return opened;
};
const showAll = async (): Promise<void> => {
  await userEvent.setup().click(dom.getByRole('button', { name: /^Visa alla/ }));
};

describe('what a file says, in the dry run', () => {
  test('A5: the name of a file turns nothing around: what would is shown as a mark', async () => {
    await shown('kund\u202evsc.exe', 'Nordby;0B2D4F6A8C1E3A5B7C9D;2027-03-14');
    const name = dom.getByText('kund\ufffdvsc.exe');
    expect(name.localName).toBe('bdi');
    expect(document.body.textContent).not.toMatch(/[\u202a-\u202e]/);
  });

  test('A5: controls in a row are marks, and letters from the right turn nothing beside them', async () => {
    await shown(
      'kunder.csv',
      'Nord\u0007by;0B2D4F6A8C1E3A5B7C9D;2027-03-14',
      'שלום 12;1B2D4F6A8C1E3A5B7C9D;2027-03-14',
    );
    await showAll();
    expect(dom.getByText('Nord␇by').localName).toBe('bdi');
    const [sample, apart] = dom.getAllByText('\u2068שלום 12\u2069');
    expect([sample?.className.split(' ')[0], apart?.localName]).toEqual(['sample', 'bdi']);
    expect(apart && getComputedStyle(apart).unicodeBidi).toBe('isolate');
    const [number, title] = [dom.getByText('3', { exact: true }), apart].map((element) =>
      element?.getBoundingClientRect(),
    );
    expect(number?.right).toBeLessThanOrEqual(title?.left ?? 0);
  });

  test.each([390, 1280])(
    'A5: a long text is cut in the list at %i pixels, and whole in the row’s own sheet',
    async (width) => {
      await page.viewport(width, 844);
      await shown('kunder.csv', `${LONG};0B2D4F6A8C1E3A5B7C9D;2027-03-14`);
      if (width < 1000) await showAll();
      else await userEvent.setup().click(dom.getByRole('radio', { name: /^Alla/ }));
      expect(dom.getByText(`${LONG.slice(0, 199)}…`)).toBeVisible();
      expect(dom.queryByText(LONG)).toBeNull();
      const [row] = dom
        .getAllByRole('button')
        .filter((button) => button.getAttribute('aria-haspopup') === 'dialog');
      await userEvent.setup().click(row!);
      expect(within(await dom.findByRole('dialog')).getAllByText(LONG)[0]).toBeVisible();
    },
  );
});
