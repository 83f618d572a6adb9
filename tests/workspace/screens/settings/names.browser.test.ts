import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { openApp, showIn } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import Names from '#workspace/screens/settings/Names.svelte';

const fill = async (name: string, text: string): Promise<void> => {
  const field = await screen.findByLabelText(name);
  await userEvent.clear(field);
  if (text !== '') await userEvent.type(field, text);
  await userEvent.tab();
};

describe('X15: the names given at the first start', () => {
  test('X15: one’s own and the workspace’s can be changed, and everyone sees them', async () => {
    const { app } = await openApp();
    showIn(app, Names, {});
    await fill('Ditt namn', 'Sara Ek');
    await fill('Arbetsplatsens namn', 'Nordby kommun');
    await waitFor(async () => {
      expect((await app.records.get(app.me))?.data).toMatchObject({ name: 'Sara Ek' });
      expect((await app.records.get('workspace'))?.data).toMatchObject({ name: 'Nordby kommun' });
      expect(app.settings.current.workspaces[app.workspaceId]?.name).toBe('Nordby kommun');
    });
    expect((await app.records.get(app.me))?.history).toMatchObject([
      { from: 'Sara Lindholm', to: 'Sara Ek' },
    ]);
  });

  test('X15: an empty name is refused where it is typed', async () => {
    const { app } = await openApp();
    showIn(app, Names, {});
    await fill('Ditt namn', '');
    expect(await screen.findByText('Skriv ett namn.')).toBeTruthy();
    expect((await app.records.get(app.me))?.data).toMatchObject({ name: 'Sara Lindholm' });
  });
});
