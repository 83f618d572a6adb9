import { expect, test } from 'vitest';
import { licenceState } from '#programmes/apple-licences/rules/licence/licence-life.ts';
import { termsOf } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { Step } from '#core/record/step.ts';

const step = (kind: string, at: number, withdraws?: string): Step => ({
  id: `${kind}-${at}`,
  kind,
  on: '2026-11-20',
  at,
  by: 'sara',
  ...(withdraws === undefined ? {} : { withdraws }),
});
const saidAs = (status: 'registered' | 'associated' | 'retired' | 'deleted' | 'unknown') => ({
  status,
  source: 'apple',
  asOf: '',
  at: 100,
});

test.each([
  ['nobody said anything', undefined, [], 'not-invited'],
  ['invited by hand', undefined, [step('invited', 1)], 'invited'],
  ['Apple knows the user', saidAs('registered'), [], 'invited'],
  [
    'Apple says accepted after the invitation',
    saidAs('associated'),
    [step('invited', 50)],
    'accepted',
  ],
  ['accepted by hand since', saidAs('registered'), [step('accepted', 200)], 'accepted'],
  ['retired', saidAs('retired'), [step('accepted', 50)], 'retired'],
  ['deleted', saidAs('deleted'), [], 'retired'],
  ['came back', saidAs('retired'), [step('returned', 200)], 'not-invited'],
  ['a word of Apple that is not known', saidAs('unknown'), [], 'not-invited'],
] as const)('B12: %s', (_, source, steps, terms) => {
  expect(termsOf({ data: { said: source }, steps })).toBe(terms);
});

test.each([
  ['a list brought it', [], 'assigned'],
  ['set to be uninstalled', [step('assigned', 1), step('uninstall-asked', 2)], 'leaving'],
  ['the app is gone', [step('uninstall-asked', 2), step('app-gone', 3)], 'free'],
  ['it stays after all', [step('uninstall-asked', 2), step('stays', 3)], 'assigned'],
  [
    'that it is gone was a mistake',
    [step('uninstall-asked', 2), step('app-gone', 3), step('withdrawn', 4, 'app-gone-3')],
    'leaving',
  ],
  ['given again', [step('taken-back', 2), step('assigned', 3)], 'assigned'],
  ['no longer in the list', [step('not-listed', 2)], 'free'],
] as const)('B11: a licence is free only once the app is gone: %s', (_, steps, state) => {
  expect(licenceState(steps)).toBe(state);
});
