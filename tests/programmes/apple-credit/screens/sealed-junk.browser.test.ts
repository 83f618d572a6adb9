import { screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { Reveal } from '#programmes/apple-credit/screens/code/reveal.svelte.ts';
import { linesToHandOver } from '#programmes/apple-credit/work/code/lines-to-hand-over.ts';
import CodeSheet from '#programmes/apple-credit/screens/code/CodeSheet.svelte';
import { addOrder, addSealedCode, openApp, showIn } from './credit-app.ts';

/**
 * What a member seals in place of a code: who scans it would do or read something else than the
 * screen says.
 */
const JUNK: readonly (readonly [string, string])[] = [
  ['an address', 'https://evil.example/redeem'],
  ['a script', 'javascript:alert(1)'],
  ['a line that the screen would not show', 'XK7M4QTP\nhttps://evil.example'],
  ['more of a link', 'XK7M4QTP&code=OTHER123#'],
  ['letters that turn others around', 'XK7M\u202e4QTP9WRD'],
  ['half a letter', 'XK7M4QTP\ud800'],
  ['more than a QR code holds', 'X'.repeat(40_000)],
];

describe('X9: what a member seals in place of a code', () => {
  test.each(JUNK)('X9: %s is neither shown, nor drawn, nor handed over', async (_, junk) => {
    const { app } = await openApp();
    await addOrder(app, [['downloaded', '2026-10-12']]);
    const { id } = await addSealedCode(app, junk, 'order-1', { usage: 'app' });
    const reveal = new Reveal(
      {
        records: app.records,
        vault: app.vault,
        clock: app.clock,
        askUnlock: () => app.askUnlock(),
      },
      id,
    );
    showIn(app, CodeSheet, { codeId: id, reveal, onclose: () => undefined });
    const reasons = await screen.findByRole('group', { name: 'Varför öppnar du koden?' });
    await userEvent.click(within(reasons).getByRole('button', { name: 'Lösa in' }));
    await screen.findByText('Det som är inlåst här är ingen inlösningskod, så det visas inte.');
    expect(reveal.code).toBeUndefined();
    expect(screen.queryByRole('img', { name: /^QR-kod/ })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Inlösningskod' })).toBeNull();
    // The look is in the log all the same, and the sheet goes on.
    await waitFor(() => expect(screen.getByText('Du, för att lösa in')).toBeTruthy());
    expect(await linesToHandOver(app.records, app.vault, [id])).toMatchObject({
      problem: { code: 'holds-another-text' },
    });
  });
});
