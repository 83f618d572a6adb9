import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import AddressField from '#programmes/apple-credit/screens/settings/AddressField.svelte';
import { show } from '#tests/ui/show.ts';

test('X8: what is typed stays when another write of the record arrives, and gives way to another value', async () => {
  const props = {
    caption: 'Butik',
    usual: '',
    refusal: 'Ingen adress',
    onsave: () => Promise.resolve(true),
  };
  const { change } = show(AddressField, { ...props, address: 'https://store.nordby.example' });
  const field = await screen.findByLabelText<HTMLInputElement>('Butik');
  await userEvent.type(field, '/shop');
  await change({ ...props, address: 'https://store.nordby.example' });
  expect(field.value).toBe('https://store.nordby.example/shop');
  await change({ ...props, address: 'https://other.example' });
  expect(field.value).toBe('https://other.example');
});
