import { screen, waitFor } from '@testing-library/svelte';
import { userEvent } from 'vitest/browser';
import { expect, test } from 'vitest';
import SheetFormHarness from './SheetFormHarness.svelte';
import { show } from './show.ts';

test('X14: a second Enter while a form saves does not save twice; afterwards it saves again', async () => {
  let saves = 0;
  let finish = (): void => undefined;
  const onsave = (): Promise<undefined> => {
    saves += 1;
    return new Promise((resolve) => (finish = () => resolve(undefined)));
  };
  show(SheetFormHarness, { onsave });
  screen.getByLabelText('Name').focus();
  await userEvent.keyboard('{Enter}{Enter}');
  await waitFor(() => expect(saves).toBe(1));
  await userEvent.keyboard('{Enter}');
  expect(saves).toBe(1);
  const button = screen.getByRole('button', { name: 'Save' });
  expect(button).toHaveAttribute('aria-busy', 'true');

  finish();
  await waitFor(() => expect(button).not.toHaveAttribute('aria-busy', 'true'));
  await userEvent.keyboard('{Enter}');
  expect(saves).toBe(2);
  finish();
});

test('X14: an alert above the button says why a form was not saved, until it is saved', async () => {
  let refused: string | undefined = 'It is gone.';
  show(SheetFormHarness, { onsave: () => Promise.resolve(refused) });
  expect(screen.queryByRole('alert')).toBeNull();
  screen.getByLabelText('Name').focus();
  await userEvent.keyboard('{Enter}');
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('It is gone.');
  const button = screen.getByRole('button', { name: 'Save' });
  expect(alert.compareDocumentPosition(button)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);

  refused = undefined;
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
