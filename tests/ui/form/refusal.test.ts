import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import type { Problem } from '#core/result.ts';
import { Form } from '#ui/form/form.svelte.ts';
import { Refusal } from '#ui/form/refusal.svelte.ts';
import { TypedHere } from './typed-here.svelte.ts';

const taken = { code: 'name-taken', field: 'name' };

test('X14: a problem that only the records could tell is shown until the form is changed', () => {
  const form = new Form(new TypedHere({ name: 'Keynote', place: 'Nordby' }), () => []);
  const refusal = new Refusal(
    () => [],
    () => form.draft,
  );
  refusal.tell(taken);
  expect(refusal.at('name')).toBe(taken);
  expect(refusal.besides(['name'])).toBeUndefined();
  expect(refusal.besides(['place'])).toBe(taken);

  form.draft.place = 'Fjord';
  flushSync();
  expect(refusal.at('name')).toBeUndefined();
});

test('X14: a form tells a refusal at its field until that field is changed, whatever else is', () => {
  const form = new Form(
    new TypedHere({ name: 'Keynote', place: 'Nordby' }),
    ({ name }): readonly Problem[] => (name === '' ? [{ code: 'name-needed', field: 'name' }] : []),
  );
  form.refusal.tell(taken);
  form.draft.place = 'Fjord';
  flushSync();
  expect(form.problemOf('name')).toBe(taken);
  form.draft.name = 'Pages';
  flushSync();
  expect(form.problemOf('name')).toBeUndefined();
  form.draft.name = '';
  flushSync();
  expect(form.problemOf('name')).toEqual({ code: 'name-needed', field: 'name' });
});

test('X14: a problem that belongs to no field is shown until the next answer', () => {
  const form = new Form(new TypedHere({ name: 'Keynote' }), () => []);
  const gone = { code: 'gone' };
  form.refusal.tell(gone);
  form.draft.name = 'Pages';
  flushSync();
  expect(form.refusal.besides(['name'])).toBe(gone);
  form.refusal.tell(undefined);
  expect(form.refusal.besides(['name'])).toBeUndefined();
});
