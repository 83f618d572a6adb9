import { screen } from '@testing-library/svelte';
import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import DayField from '#ui/fields/DayField.svelte';
import Field from '#ui/fields/Field.svelte';
import { show } from './show.ts';

test('X8: a field for a day knows the years that can be meant, and its own years where it has some', async () => {
  const given: ComponentProps<typeof DayField> = { caption: 'Dag', value: '0202-05-01' };
  const { change } = show(DayField, given);
  const { validity } = screen.getByLabelText<HTMLInputElement>('Dag');
  expect(validity.rangeUnderflow).toBe(true);
  await change({ caption: 'Dag', value: '2151-01-01' });
  expect(validity.rangeOverflow).toBe(true);
  await change({ caption: 'Dag', value: '2026-05-01' });
  expect(validity.valid).toBe(true);
  await change({ caption: 'Dag', value: '2026-05-01', max: '2026-04-30' });
  expect(validity.rangeOverflow).toBe(true);
});

test.each([false, true])(
  'X8: a field takes no longer text than can be stored (of many lines: %s)',
  (multiline) => {
    show(Field, { caption: 'Anteckning', value: '', multiline });
    expect(screen.getByLabelText<HTMLInputElement>('Anteckning').maxLength).toBe(40_000);
  },
);
