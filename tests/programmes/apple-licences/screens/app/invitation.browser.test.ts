import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { inviteSealedAt } from '#programmes/apple-licences/rules/user/user-invitation.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { App } from '#ui/app.svelte.ts';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { pasteInvite } from '#programmes/apple-licences/work/user/invite-user.ts';
import { appWith, licenceWith, userWith } from '#tests/factories/apps.ts';
import { recordOf } from '#tests/factories/credit.ts';
import { examples } from '#tests/factories/examples.ts';
import { PASSPHRASE } from '#tests/factories/vaults.ts';
import { faults, inTheme } from '#tests/ui/axe.ts';
import { openApp, stored, undoLast } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { qrSays } from '#tests/ui/qr-says.ts';
import { addRecords, showApps } from './apps-app.ts';
import LiveInvitation from './LiveInvitation.svelte';

const patient = { timeout: 60_000 };
const CODE = '7f3a9c00000000000000000000001008';
const TEMPLATE = 'https://buy.itunes.apple.com/assoc?cc=se&inviteCode=%25inviteCode%25&mt=8';
const OTHER = 'https://mdm.skola.example/i/4f1c';
const LINK = TEMPLATE.replace('%25inviteCode%25', CODE);
const said = { status: 'registered' as const, source: 'Apple', asOf: '', at: 1 };
const elis = (given: Parameters<typeof userWith>[0] = {}) =>
  userWith({
    id: 'elis',
    name: 'Elis',
    email: 'elis.b@skola.example',
    locationId: 'n-1',
    said,
    ...given,
  });

/**
 * The card of a user whose invitation, if any, is sealed; `template` is set on the token of the
 * location.
 */
const open = async ({
  invite = '',
  template = '',
  language = 'sv',
  given = {},
  records = [],
  whole = false,
}: {
  invite?: string;
  template?: string;
  language?: 'sv' | 'en';
  given?: Parameters<typeof userWith>[0];
  /** What else is here. */
  records?: readonly VolymRecord[];
  /** The user's whole screen in place of the card. */
  whole?: boolean;
}) => {
  const { app, clock } = await openApp();
  const sealed =
    invite === '' ? {} : { invite: await app.vault.seal(invite, inviteSealedAt('elis')) };
  const token = recordOf(examples['content-token'] as never);
  await addRecords(app, [
    elis({ ...given, ...sealed }),
    {
      ...token,
      data: { ...(token.data as object), locationId: 'n-1', invitation: template },
    } as never,
    ...records,
  ]);
  const words = await loadAppleLicencesWords(language, 'licences');
  const apps = ['Ordlådan', 'Bildboken'].map((name) => ({ name, adamId: '', productType: 'App' }));
  const shownCard = showApps(app, LiveInvitation, { id: 'elis', words, apps, whole }, language);
  const user = () => stored<VolumeUser>(app, 'elis');
  const looks = async () => (await user()).steps.filter(({ kind }) => kind === 'revealed');
  return { app, clock, user, looks, ...shownCard };
};

const button = (name: string) => screen.findByRole('button', { name }, patient);
const press = async (name: string) => userEvent.click(await button(name));
const paste = async (written: string) => {
  await press('Klistra in länk');
  await userEvent.click(await screen.findByLabelText('Länk eller kod', undefined, patient));
  await userEvent.paste(written);
  await press('Lås in');
};
const face = (name = 'Länken i inbjudan') =>
  screen.queryByRole('group', { name })?.textContent ?? '';
const isShown = (what = LINK) => waitFor(() => expect(face()).toBe(what), patient);
const isHidden = () =>
  waitFor(() => expect(document.documentElement.outerHTML).not.toContain(CODE.slice(0, 6)));
const mail = () => new URL(screen.getByRole<HTMLAnchorElement>('link', { name: 'Mejla' }).href);

afterEach(() => vi.unstubAllGlobals());

describe('X9: what a member seals in place of an invitation', () => {
  test.each([
    ['a link with a name before its host', 'https://buy.itunes.apple.com:x@elak.example/i/4f1c'],
    ['a link with a backslash in its host', 'https://elak.example\\.apple.com/i/4f1c'],
    ['a link of 40,000 characters', `https://a.example/${'x'.repeat(40_000)}`],
  ])('X9: %s is neither shown, nor drawn, nor mailed', async (_, junk) => {
    await open({ invite: junk, template: TEMPLATE });
    await press('Visa inbjudan');
    expect(
      await screen.findByText(/^Det som är inlåst här är ingen inbjudan/, undefined, patient),
    ).toBeTruthy();
    expect(document.documentElement.outerHTML).not.toContain(junk.slice(8, 24));
    expect(screen.queryByRole('img', { name: 'QR-kod med inbjudan' })).toBeNull();
  });
});

describe('pasting an invitation', () => {
  test('B12: a pasted letter is sealed, shown as link and QR code, logged, and taken back by undo', async () => {
    const { app, user, looks } = await open({});
    expect(await screen.findByText(/^Ingen länk finns här än/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Visa inbjudan' })).toBeNull();
    await paste(`Hej Elis!\nÖppna ${LINK}.\n`);
    await isShown();
    expect(await qrSays('QR-kod med inbjudan')).toBe(LINK);
    const kept = await user();
    expect(JSON.stringify(kept)).not.toContain(CODE);
    expect(await app.vault.open(kept.data.invite as never, inviteSealedAt('elis'))).toBe(LINK);
    expect(kept.history).toMatchObject([{ field: 'invite', by: app.me }]);
    expect(Object.keys(kept.history[0] ?? {})).not.toContain('to');
    expect(await looks()).toMatchObject([{ by: app.me, on: '2026-11-20' }]);
    await undoLast();
    await waitFor(async () => expect((await user()).data.invite).toBeUndefined());
    await isHidden();
  });

  test('B12: another takes the place of the first; its undo brings that back, and hides what was shown', async () => {
    const { app, user, looks } = await open({ invite: LINK });
    await press('Klistra in en annan');
    await userEvent.type(await screen.findByLabelText('Länk eller kod', undefined, patient), OTHER);
    await press('Lås in');
    await isShown(OTHER);
    await undoLast();
    await screen.findByText('Inbjudan är dold', undefined, patient);
    expect(face()).toBe('');
    expect(await app.vault.open((await user()).data.invite as never, inviteSealedAt('elis'))).toBe(
      LINK,
    );
    const again = await screen.findAllByRole('button', { name: 'Visa inbjudan' });
    await userEvent.click(again.at(-1) as HTMLElement);
    await isShown();
    expect(await looks()).toHaveLength(2);
  });

  test.each([
    ['', /^Klistra in en länk eller en kod/],
    ['hej', /varken en länk/],
    [TEMPLATE, /den är en mall/],
    [LINK.replace('https', 'http'), /inte krypterad/],
  ])('B12: what is wrong with %j is shown before anyone has to unlock', async (written, why) => {
    const { app, user } = await open({});
    app.vault.lock();
    await paste(written);
    await screen.findByText(why);
    expect([app.unlockIsAsked, (await user()).data.invite]).toEqual([false, undefined]);
  });

  test('B12: a user who accepted meanwhile gets none', async () => {
    const { app } = await open({ given: { said: { ...said, status: 'associated' } } });
    expect(await pasteInvite(app, 'elis', LINK)).toMatchObject({
      problem: { code: 'is-accepted' },
    });
  });

  test('X9: a vault that stays locked takes none', async () => {
    const { app, user } = await open({});
    app.vault.lock();
    await paste(LINK);
    await waitFor(() => expect(app.unlockFor).toBe('invitation-in'));
    app.answerUnlock(false);
    await screen.findByText('Lås upp för att låsa in inbjudan.');
    expect((await user()).data.invite).toBeUndefined();
  });
});

describe('showing an invitation', () => {
  test('B12: a code of a sync becomes Apple’s link', async () => {
    await open({ invite: CODE, template: TEMPLATE });
    await press('Visa inbjudan');
    await isShown();
    expect(await qrSays('QR-kod med inbjudan')).toBe(LINK);
    expect(screen.queryByText(/inte till Apple/)).toBeNull();
  });

  test('B12: a code without an address is shown with where that comes from', async () => {
    await open({ invite: CODE });
    await press('Visa inbjudan');
    await waitFor(() => expect(face('Koden i inbjudan')).toBe(CODE), patient);
    await screen.findByText(/när token för platsen har synkats/);
    await button('Kopiera kod');
    for (const way of ['Mejla', 'Dela', 'Kopiera']) expect(screen.queryByText(way)).toBeNull();
  });

  test('B12: a link of another system is warned of by its host', async () => {
    await open({ invite: OTHER });
    await press('Visa inbjudan');
    await screen.findByText(/går till mdm\.skola\.example, inte till Apple/, undefined, patient);
  });

  test('B12: the letter goes to the user, with the link and what waits, in either language', async () => {
    await open({ invite: LINK });
    await press('Visa inbjudan');
    await isShown();
    expect(mail().pathname).toBe('elis.b@skola.example');
    const body = () => mail().searchParams.get('body') ?? '';
    expect(body()).toContain('Hej Elis,');
    expect(body()).toContain(`\r\n${LINK}\r\n`);
    expect(body()).toContain('Ordlådan och Bildboken');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Brevets språk' }), 'en');
    await waitFor(() => expect(body()).toContain('Hello Elis,'));
    expect(body()).toContain('Ordlådan and Bildboken');
    expect(mail().searchParams.get('subject')).toBe('Invitation to apps from us');
  });

  test('B12: the whole letter is copied, the link in it', async () => {
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    try {
      await open({ invite: LINK });
      await press('Visa inbjudan');
      await isShown();
      await press('Kopiera hela brevet');
      await screen.findByText('Kopierad.');
      expect(copied.mock.calls).toEqual([
        [mail().searchParams.get('body')?.replaceAll('\r\n', '\n')],
      ]);
      expect(copied.mock.calls[0]?.[0]).toMatch(
        new RegExp(`^Hej Elis,\\n\\n.*\\n\\n${RegExp.escape(LINK)}\\n\\n`),
      );
    } finally {
      copied.mockRestore();
    }
  });

  test('B12: it is shared where the device can, with the link apart from the text about it', async () => {
    const share = vi.fn(() => Promise.resolve());
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    try {
      await open({ invite: LINK });
      await press('Visa inbjudan');
      await isShown();
      await press('Dela');
      const [given] = share.mock.calls[0] as unknown as [
        { url: string; title: string; text: string },
      ];
      expect(given.url).toBe(LINK);
      expect(given.title + given.text).not.toContain(CODE);
      expect(given.text).toContain('Hej Elis!');
    } finally {
      Reflect.deleteProperty(navigator, 'share');
    }
  });

  test('X9: it is in no title, address, history or live region', async () => {
    await open({ invite: LINK });
    await press('Visa inbjudan');
    await isShown();
    expect(document.title + location.href + JSON.stringify(history.state)).not.toContain(CODE);
    for (const region of document.querySelectorAll(
      '[aria-live], [role="status"], [role="alert"], [role="log"]',
    ))
      expect(region.textContent).not.toContain(CODE);
  });

  test('X18: a device that only reads says who can open it', async () => {
    const { app, unmount } = await open({ invite: LINK });
    unmount();
    Object.defineProperty(app, 'mayChange', { get: () => false });
    showApps(app, LiveInvitation, {
      id: 'elis',
      words: await loadAppleLicencesWords('sv', 'licences'),
    });
    await screen.findByText(/^Den som får ändra kan öppna den/);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  test('B12: for a user from another system, a stored one is neither shown nor replaced in the edition of 2016', async () => {
    const { app, looks } = await open({ invite: LINK, given: { isForeign: true } });
    await waitFor(() => expect(app.workspace).toBeDefined());
    await waitFor(() => expect(screen.queryAllByRole('button')).toEqual([]));
    expect([screen.queryByText('Inbjudan'), await looks()]).toEqual([null, []]);
    await app.records.change('workspace', (workspace) => ({
      ok: true,
      value: {
        ...workspace,
        data: { ...workspace.data, accountsEdition: 'apple-licences.accounts-2025' } as never,
      },
    }));
    await button('Visa inbjudan');
    await button('Klistra in en annan');
  });

  test('B12: an invitation that can neither be shown nor pasted is not mentioned', async () => {
    const { app, unmount } = await open({ given: { isForeign: true } });
    unmount();
    showApps(app, LiveInvitation, {
      id: 'elis',
      words: await loadAppleLicencesWords('sv', 'licences'),
      whole: true,
    });
    await screen.findByText('VPP-villkor', undefined, patient);
    expect([screen.queryByText('Inbjudan'), screen.queryByText('Text till användaren')]).toEqual([
      null,
      null,
    ]);
  });
});

describe('the letter on the screen of a user', () => {
  const numbered = ['900000001', '900000002'].map((adamId) =>
    appWith({ id: adamId, adamId, name: adamId }),
  );
  const named = appWith({ id: 'named', adamId: '5', name: 'Ordlådan' });
  const waits = [...numbered, named].map((app) => ({
    ...licenceWith({ id: `l-${app.id}`, user: 'elis', target: 'u-1' }),
    parent: app.id,
  }));
  const letter = () => screen.findByRole('button', { name: /^Text till användaren/ }, patient);
  const whole = async (given: Parameters<typeof open>[0] = {}) => {
    await open({ ...given, whole: true, records: [...numbered, named, ...waits] });
    for (const name of [/^App 900000001/, /^App 900000002/, /^Ordlådan/])
      await screen.findByRole('link', { name }, patient);
  };

  test('B12: apps without a name are listed by their number, and counted in the letter', async () => {
    await whole();
    expect((await letter()).textContent).toContain('Sedan installeras Ordlådan och 2 appar till.');
    expect((await letter()).textContent).not.toContain('90000000');
  });

  test('B12: it has its paragraphs, and says that the link is to come', async () => {
    await whole();
    expect((await letter()).innerText).toMatch(
      /Hej Elis,\n\nDu får .* godkänn villkoren\.\n\nSedan installeras/,
    );
    await screen.findByText(/^Texten har ingen länk/);
  });

  test('B12: once the invitation is here only the letter with the link is offered', async () => {
    await whole({ invite: LINK });
    await screen.findByText(/^Länken finns här.*ett brev med länken i\.$/, undefined, patient);
    expect(screen.queryByRole('button', { name: /^Text till användaren/ })).toBeNull();
    await press('Visa inbjudan');
    await isShown();
    expect(mail().searchParams.get('body')).toContain(
      'Sedan installeras Ordlådan och 2 appar till.',
    );
  });
});

describe('hiding an invitation', () => {
  const openShown = async () => {
    const all = await open({ invite: LINK });
    await press('Visa inbjudan');
    await isShown();
    return all;
  };

  test('X9: after a minute; shown again it is logged again', async () => {
    const { clock, looks } = await openShown();
    clock.time += 60_000;
    await screen.findByText('Inbjudan är dold', undefined, patient);
    await isHidden();
    const again = await screen.findAllByRole('button', { name: 'Visa inbjudan' });
    await userEvent.click(again.at(-1) as HTMLElement);
    await isShown();
    expect(await looks()).toHaveLength(2);
  });

  test.each<[string, (app: App, unmount: () => void) => void]>([
    ['the window loses the focus', () => window.dispatchEvent(new Event('blur'))],
    ['the vault is locked', (app) => app.vault.lock()],
    ['the screen is left', (_, unmount) => unmount()],
    ['the user accepts on another device', (app) => void accept(app)],
  ])('X9: at once when %s', async (_, leave) => {
    const { app, unmount } = await openShown();
    leave(app, unmount);
    await isHidden();
  });

  const accept = (app: App) =>
    app.records.change('elis', (user) => ({
      ok: true,
      value: { ...user, data: { ...user.data, said: { ...said, status: 'associated' } } as never },
    }));

  test('X9: locked, a tap asks for the passphrase, and a declined one shows and logs nothing', async () => {
    const { app, looks } = await open({ invite: LINK });
    app.vault.lock();
    await press('Visa inbjudan');
    await waitFor(() => expect(app.unlockFor).toBe('invitation'));
    app.answerUnlock(false);
    await waitFor(() => expect(app.unlockIsAsked).toBe(false));
    expect([screen.queryByRole('dialog'), face(), await looks()]).toEqual([null, '', []]);
    await press('Visa inbjudan');
    await waitFor(() => expect(app.unlockIsAsked).toBe(true));
    await app.vault.unlock({ by: 'passphrase', text: PASSPHRASE });
    app.answerUnlock(true);
    await isShown();
  });
});

describe.each([
  ['light', 'sv', 'Visa inbjudan', 'Klistra in en annan', 'Länken i inbjudan'],
  ['dark', 'en', 'Show invitation', 'Paste another one', 'The link in the invitation'],
] as const)('X14: an invitation, %s, %s', (theme, language, show, other, link) => {
  test('X14: axe finds nothing', async () => {
    inTheme(theme);
    document.documentElement.lang = language;
    await open({ invite: LINK, language });
    await press(show);
    await waitFor(() => expect(face(link)).toBe(LINK), patient);
    expect(await faults()).toEqual([]);
    const [, inSheet] = await screen.findAllByRole('button', { name: other });
    await userEvent.click(inSheet as HTMLElement);
    await screen.findByRole('textbox');
    expect(await faults()).toEqual([]);
  });
});
