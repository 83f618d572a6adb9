import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { renewToken } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { findingOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { tokens } from '#programmes/apple-licences/words/sv/tokens.ts';
import FindingSheet from '#programmes/apple-licences/screens/token/FindingSheet.svelte';
import { tokenActions } from '#programmes/apple-licences/screens/token/token-actions.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { addRecords } from '#tests/programmes/apple-licences/screens/app/apps-app.ts';
import { openApp, stored, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import { tokenOf } from './token-of.ts';
import { showTokens } from './tokens-app.ts';
import { onKind } from '#data/records/on-kind.ts';

const patient = { timeout: 60_000 };
const press = (name: string) =>
  screen.findByRole('button', { name }, patient).then(userEvent.click);
const NEXT = {
  file: { organization: 'Nordby kommun', expiresAt: '2027-12-13T09:26:53Z', lastDay: '2027-12-13' },
  fingerprint: 'bb',
};

test('B2: what is noted in a sheet is about the file that was there when it was opened, although a new one came meanwhile', async () => {
  const { app } = await openApp();
  const token = tokenOf();
  await addRecords(app, [token]);
  const actions = tokenActions(app.records, token.id, { ...shellTexts(), tokens });
  let closed = 0;
  const given = { token, onsave: actions.note, onclose: () => void (closed += 1) };
  const sheet = showTokens(app, FindingSheet, given);
  await screen.findByRole('radio', { name: 'Återkallad hos Apple' }, patient);
  const renewed = valueOf(
    await app.records.change(
      token.id,
      onKind('content-token', (now, doing) => renewToken(now, NEXT, [], doing)),
    ),
  );
  await sheet.rerender({ given: { ...given, token: renewed } });
  await press('Anteckna');
  await waitFor(() => expect(closed).toBe(1), patient);
  const noted = await stored<ContentToken>(app, token.id);
  expect(noted.steps.map(({ kind }) => kind)).toEqual(['taken', 'renewed', 'revoked']);
  expect(findingOf(noted.steps)).toBeUndefined();
});

test('X12: what was noted of a token is undone, and what was noted before it counts again', async () => {
  const { app } = await openApp();
  const token = tokenOf();
  await addRecords(app, [token]);
  const { note } = tokenActions(app.records, token.id, { ...shellTexts(), tokens });
  const found = async () => findingOf((await stored<ContentToken>(app, token.id)).steps)?.kind;
  await note('revoked', '2026-11-18', '');
  await note('found-valid', '2026-11-19', '');
  expect(await found()).toBeUndefined();
  await undoLast();
  await waitFor(async () => expect(await found()).toBe('revoked'), patient);
});
