import { screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { VolumeApp } from '#programmes/apple-licences/rules/app/volume-app.ts';
import AppScreen from '#programmes/apple-licences/screens/app/AppScreen.svelte';
import { appWith } from '#tests/factories/apps.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { addRecords, showApps } from './apps-app.ts';

const patient = { timeout: 60_000 };
/** An id has no other letters than an app makes ids of. */
const idAt = (location: string): string =>
  `at-${location.normalize('NFD').replace(/[^\w-]+/g, '')}`;
const at = (location: string, given: Parameters<typeof appWith>[0] = {}) =>
  appWith({ id: idAt(location), name: 'Läsresan', location, locationId: '', ...given });

const show = async (apps: readonly VolumeApp[], language: 'sv' | 'en' = 'sv') => {
  await page.viewport(390, 844);
  const { app } = await openApp();
  await addRecords(app, apps);
  const volumeApp = (await app.records.get(apps[0]?.id ?? '')) as VolumeApp;
  showApps(app, AppScreen, { volumeApp, ontrashed: () => undefined }, language);
};
const section = (name = 'Andra platser') => screen.findByRole('region', { name }, patient);
const rowsIn = (part: HTMLElement): string[] =>
  within(part)
    .getAllByRole('link')
    .map((row) => row.innerText.replace(/\s+/g, ' ').trim());

describe('B8: an app that was bought at several locations', () => {
  test('B8: its page tells what each other location has free, the sum, and that licences can be transferred', async () => {
    await show([
      at('Norr', { total: 30, assigned: 30 }),
      at('Söder', { total: 100, assigned: 40 }),
      at('Öster', { total: 10, assigned: 9 }),
      appWith({
        id: 'other',
        name: 'Procreate',
        adamId: '700000009',
        location: 'Väster',
        total: 5,
        assigned: 0,
      }),
    ]);
    const part = await section();
    expect(rowsIn(part)).toEqual([
      'Söder 40 av 100 tilldelade 60 lediga',
      'Öster 9 av 10 tilldelade 1 ledig',
    ]);
    expect(within(part).getByRole('link', { name: /^Söder/ })).toHaveAttribute(
      'href',
      '/apps/at-Soder',
    );
    expect(part.innerText).toMatch(/På alla 3 platserna\s+61 lediga av 140/);
    const sentence = screen.getByText(/^Här är slut/).innerText;
    expect(sentence).toContain('Söder har 60 lediga och en plats till har lediga');
    expect(sentence).toMatch(/högst 24.999 åt gången/);
  });

  test('B8: what has no limit, what is not known and what does not add up is shown beside the sum', async () => {
    await show([
      at('Norr', { total: 30, assigned: 20 }),
      at('Söder', { unlimited: true, assigned: 12 }),
      at('Öster', { total: 5 }),
      at('Väster', { total: 5, assigned: 6 }),
    ]);
    const part = await section();
    expect(rowsIn(part)).toEqual([
      'Söder 12 tilldelade Fritt antal',
      'Väster 6 av 5 tilldelade · går inte ihop 0 lediga',
      'Öster 5 ägda Okänt',
    ]);
    expect(part.innerText).toMatch(/På alla 4 platserna\s+minst 10 lediga av 40/);
    expect(part.innerText).toContain(
      'En plats har fritt antal (12 tilldelade) och räknas inte med.',
    );
    expect(part.innerText).toContain(
      'En plats har inte lämnat alla antal, så det kan finnas fler.',
    );
    expect(part.innerText).toContain('På en plats går siffrorna inte ihop.');
    expect(screen.queryByText(/^Här är slut/)).toBeNull();
  });

  test('B8: of many locations those with most to spare come first, the others when asked for', async () => {
    const many = Array.from({ length: 8 }, (_, place) =>
      at(`Skola ${place}`, { total: 20, assigned: place }),
    );
    await show([at('Norr', { total: 30, assigned: 20 }), ...many]);
    const part = await section();
    expect(within(part).getAllByRole('link')).toHaveLength(5);
    expect(rowsIn(part)[0]).toMatch(/^Skola 0/);
    await userEvent.click(within(part).getByRole('button', { name: 'Visa alla 8' }));
    expect(within(part).getAllByRole('link')).toHaveLength(8);
  });

  test('B8: an app at one location has no such part', async () => {
    await show([
      at('Norr', { total: 30, assigned: 30 }),
      at('Söder', { adamId: '700000009', total: 5 }),
    ]);
    await screen.findByText('Om appen', {}, patient);
    expect(screen.queryByRole('region', { name: 'Andra platser' })).toBeNull();
  });

  test.each([
    ['light', 'sv'],
    ['dark', 'en'],
  ] as const)('X14: axe finds nothing, %s, %s', async (theme, language) => {
    inTheme(theme);
    await show(
      [
        at('Norr', { total: 3, assigned: 3 }),
        at('Söder', { total: 9, assigned: 10 }),
        at('Öster', { total: 4 }),
      ],
      language,
    );
    await section(language === 'sv' ? 'Andra platser' : 'Other locations');
    expect(await faults()).toEqual([]);
  });
});
