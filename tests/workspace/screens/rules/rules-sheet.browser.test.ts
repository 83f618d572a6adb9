import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { unansweredRules } from '#programmes/rules-today.ts';
import type { Workspace } from '#workspace/rules/settings/workspace.ts';
import { loadAbout } from '#workspace/screens/start/load-about.ts';
import { rulesToday as words } from '#workspace/words/sv/rules-today.ts';
import RulesSheet from '#workspace/screens/rules/RulesSheet.svelte';
import { openApp, showWith, stored } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const open = async () => {
  const { app } = await openApp();
  const onclose = vi.fn();
  showWith(
    app,
    RulesSheet,
    { asked: ['orders'], words, about: await loadAbout('sv'), onclose },
    'sv',
    {},
  );
  await screen.findByRole('dialog', { name: 'Vad gäller för dig i dag?' });
  const unanswered = async () => {
    const { data } = await stored<Workspace>(app, 'workspace');
    return unansweredRules({ ...data, programmes: ['adobe-vip'] });
  };
  return { app, onclose, unanswered };
};

describe('X15: a programme that is switched on later', () => {
  test('X15: what holds is chosen, one tap answers, and it is not asked again', async () => {
    const { onclose, unanswered } = await open();
    expect(await unanswered()).toEqual(['orders']);
    expect(screen.getByRole('radio', { name: /^30 dagar/ })).toBeChecked();
    await userEvent.click(screen.getByRole('button', { name: 'Välj' }));
    await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
    expect(await unanswered()).toEqual([]);
  });

  test('X15: seven days are those of the Marketplace', async () => {
    const { app } = await open();
    await userEvent.click(screen.getByRole('radio', { name: /^7 dagar/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Välj' }));
    await waitFor(async () =>
      expect((await stored<Workspace>(app, 'workspace')).data.editions).toEqual({
        'adobe-vip.programme': 'vip-marketplace',
      }),
    );
  });

  test('X15: closing it answers with what was chosen', async () => {
    const { unanswered } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Stäng' }));
    await waitFor(async () => expect(await unanswered()).toEqual([]));
  });
});
