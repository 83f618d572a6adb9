import { screen as dom } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { Draft } from '#core/record/record.ts';
import { BLANK_TOKEN } from '#programmes/apple-licences/rules/token/token-commands.ts';
import DryRun from '#workspace/screens/import/dry-run/DryRun.svelte';
import { csvFile, openImport, showImport, triedIn } from './show-import.ts';

const nothing = (): void => undefined;
const given = { today: '2026-11-20', onimport: nothing, oncancel: nothing, problemWords: String };

/** An import where two locations are. */
const opened = async (files: readonly File[]) => {
  const { world, screen } = await openImport(async () => true, ['apple-licences', 'adobe-vip']);
  for (const location of ['Norra', 'Sodra'])
    await world.records.create({
      id: location,
      kind: 'content-token',
      programme: 'apple-licences',
      parent: '',
      data: { ...BLANK_TOKEN, v: 1, name: location, location },
    } as unknown as Draft);
  await screen.choose(files);
  showImport(DryRun, { screen, ...given });
  return screen;
};

const apps = (name: string, ...ids: readonly string[]): File =>
  csvFile(name, 'adam_id,name,total', ...ids.map((id) => `90000000000${id},App ${id},3`));
const users = (name: string, who: string): File =>
  csvFile(name, 'Förnamn,Efternamn,E-post', `${who},Ek,${who}@nordby.example`);

const titles = (): readonly string[] =>
  dom
    .getAllByRole('combobox')
    .flatMap((one) => (one as HTMLSelectElement).labels[0]?.textContent.trim() ?? [])
    .filter((title) => title.includes('plats'));
const EACH = { name: 'Svara för varje fil' };

describe('A5: of which location several files are', () => {
  test('A5: is asked once, and the answer holds for all of them', async () => {
    const screen = await opened([apps('a.csv', '1'), apps('b.csv', '2', '3')]);
    expect(titles()).toEqual(['a.csv och b.csv: Vilken plats hör apparna till?']);
    await userEvent
      .setup()
      .selectOptions(dom.getByRole('combobox', { name: /Vilken plats/ }), 'Norra');
    await expect
      .poll(() => triedIn(screen)?.plan.rows.map(({ sheet, parent }) => [sheet, parent]))
      .toHaveLength(3);
    expect(screen.choiceOf('apple-licences').apart).toEqual({
      'a.csv': { id: 'Norra' },
      'b.csv': { id: 'Norra' },
    });
  });

  test('A5: is asked of each where that is wanted', async () => {
    const screen = await opened([apps('a.csv', '1'), apps('b.csv', '2')]);
    const user = userEvent.setup();
    await user.click(dom.getByRole('button', EACH));
    expect(titles()).toEqual([
      'a.csv: Vilken plats hör apparna till?',
      'b.csv: Vilken plats hör apparna till?',
    ]);
    expect(dom.queryByRole('button', EACH)).toBeNull();
    expect(dom.getByRole('combobox', { name: /^a.csv: Vilken/ })).toHaveFocus();
    await user.selectOptions(dom.getByRole('combobox', { name: /^b.csv: Vilken/ }), 'Sodra');
    await expect
      .poll(() => screen.choiceOf('apple-licences').apart)
      .toEqual({ 'b.csv': { id: 'Sodra' } });
  });

  test('A5: is asked apart where both list the same, and of people by themselves', async () => {
    await opened([
      apps('a.csv', '1', '2'),
      apps('b.csv', '2'),
      apps('c.csv', '3'),
      users('d.csv', 'ada'),
      users('e.csv', 'bo'),
    ]);
    expect(titles()).toEqual([
      'a.csv och c.csv: Vilken plats hör apparna till?',
      'b.csv: Vilken plats hör apparna till?',
      'd.csv och e.csv: Vilken plats hör användarna till?',
    ]);
  });

  test('A5: of one file nothing is offered apart', async () => {
    await opened([apps('a.csv', '1')]);
    expect(titles()).toEqual(['Vilken plats hör apparna till?']);
    expect(dom.queryByRole('button', EACH)).toBeNull();
  });
});
