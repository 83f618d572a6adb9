import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { AnyOutline } from '#programmes/imports.ts';
import ColumnList from '#workspace/screens/import/dry-run/ColumnList.svelte';
import { imports as english } from '#workspace/words/en/import.ts';
import { imports as swedish } from '#workspace/words/sv/import.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

const column = (index: number, heading: string, field: string) => ({
  index,
  heading,
  field,
  filled: 1,
  samples: ['A'],
  secret: false,
});

test.each([
  ['sv', swedish, 'En annan uppgift'],
  ['en', english, 'Another field'],
] as const)(
  'X19: a column that a newer version mapped shows no id, %s',
  async (language, words, other) => {
    const { app } = await openApp();
    const sheet = {
      name: 'A',
      columns: [column(0, 'Kund', 'name'), column(1, 'Ny', 'from-a-newer-one')],
    } as unknown as AnyOutline;
    const given = { sheet, fields: [['name', 'Kundnamn']] as const, onmap: () => undefined };
    showWith(app, ColumnList, given, language, { import: words });
    expect(screen.getByText('Kundnamn', { selector: '.name' })).toBeVisible();
    expect(screen.getByText(other)).toBeVisible();
    expect(screen.queryByText('from-a-newer-one')).toBeNull();
  },
);
