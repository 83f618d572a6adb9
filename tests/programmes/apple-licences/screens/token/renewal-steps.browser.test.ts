import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import {
  tickRenewal,
  type TokenInput,
} from '#programmes/apple-licences/rules/token/token-commands.ts';
import { noteFinding } from '#programmes/apple-licences/rules/token/token-findings.ts';
import EditTokenSheet from '#programmes/apple-licences/screens/token/EditTokenSheet.svelte';
import RenewalSteps from '#programmes/apple-licences/screens/token/RenewalSteps.svelte';
import TokenCard from '#programmes/apple-licences/screens/token/TokenCard.svelte';
import TokenYear from '#programmes/apple-licences/screens/token/TokenYear.svelte';
import { recordOf, valueOf } from '#tests/factories/credit.ts';
import { doingOn } from '#tests/factories/doing.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { tokenOf } from './token-of.ts';
import { showTokens } from './tokens-app.ts';

const patient = { timeout: 60_000 };

const show = async (
  input: Partial<TokenInput>,
  ticked: readonly 'uploaded'[] = [],
  reads = false,
) => {
  const { app } = await openApp();
  if (reads) Object.defineProperty(app, 'mayChange', { get: () => false });
  const token = ticked.reduce(
    (so, kind) => recordOf(valueOf(tickRenewal(so, kind, doingOn()))) as ContentToken,
    tokenOf({ systemName: '', ...input }),
  );
  let asked = 0;
  showTokens(app, RenewalSteps, {
    token,
    ontick: () => undefined,
    onfile: () => undefined,
    onsystem: () => void (asked += 1),
  });
  await screen.findByRole('list', undefined, patient);
  return { asked: () => asked };
};
const steps = () => screen.getAllByRole('listitem');
const named = () => screen.queryAllByRole('button', { name: 'Ange system' });

test('B6: without a system the steps read well, and the first that would name it offers that', async () => {
  const { asked } = await show({ system: '' });
  expect(steps()[2]?.innerText).toContain('Byt ut filen där den används');
  expect(steps()[4]?.innerText).toContain(
    'Synka där token används och se att sista dagen är den nya',
  );
  expect(named()).toHaveLength(1);
  expect(steps()[2]?.contains(named()[0] as Node)).toBe(true);
  await userEvent.click(named()[0] as HTMLElement);
  expect(asked()).toBe(1);
});

test('B6: once that step is done the last one offers it', async () => {
  await show({ system: 'other' }, ['uploaded']);
  expect(steps()[4]?.contains(named()[0] as Node)).toBe(true);
});

test.each([
  ['a system that is named', { system: 'intune' }, false],
  ['a device that only reads', { system: '' }, true],
] as const)('B6: nothing is offered of %s', async (_, input, reads) => {
  await show(input, [], reads);
  expect(named()).toEqual([]);
});

test('B6: opened to name the system, the form has it in focus', async () => {
  const { app } = await openApp();
  showTokens(app, EditTokenSheet, {
    token: tokenOf({ system: '' }),
    naming: true,
    onsave: () => Promise.resolve(undefined),
    onclose: () => undefined,
  });
  expect(await screen.findByRole('combobox', { name: 'Används i' }, patient)).toHaveFocus();
});

test.each([
  ['sv', /^Återkallad/, /dagar|kvar/],
  ['en', /^Revoked/, /days|left/],
] as const)('B2: the ring of a revoked token counts no days, %s', async (language, state, days) => {
  const { app } = await openApp();
  const revoked = valueOf(noteFinding(tokenOf(), { kind: 'revoked', on: '2026-11-19' }, doingOn()));
  const token = recordOf(revoked) as ContentToken;
  const year = showTokens(
    app,
    TokenYear,
    { token, ruleHref: '#', onrule: () => undefined },
    language,
  );
  const large = await screen.findByRole('img', { name: state }, patient);
  expect(document.body.innerText).not.toMatch(days);
  expect(large.querySelectorAll('line.rest')).toHaveLength(0);
  year.unmount();
  showTokens(app, TokenCard, { token }, language);
  const small = await screen.findByRole('img', { name: state }, patient);
  expect(small.innerText).not.toMatch(/\d/);
  expect(document.body.innerText).not.toMatch(days);
});
