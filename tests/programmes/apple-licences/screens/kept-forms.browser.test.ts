import { cleanup, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import EditAppSheet from '#programmes/apple-licences/screens/app/EditAppSheet.svelte';
import NewApp from '#programmes/apple-licences/screens/app/NewApp.svelte';
import EditTokenSheet from '#programmes/apple-licences/screens/token/EditTokenSheet.svelte';
import NewToken from '#programmes/apple-licences/screens/token/NewToken.svelte';
import UserFormSheet from '#programmes/apple-licences/screens/user/UserFormSheet.svelte';
import { loadAppleLicencesWords } from '#programmes/apple-licences/words/load.ts';
import { apps } from '#programmes/apple-licences/words/sv/apps.ts';
import { ok } from '#core/result.ts';
import { onKind } from '#data/records/on-kind.ts';
import type { App } from '#ui/app.svelte.ts';
import { draftStore } from '#ui/form/draft.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { appWith, userWith } from '#tests/factories/apps.ts';
import { openApp } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import { faults } from '#tests/ui/axe.ts';
import { addRecords, showApps } from './app/apps-app.ts';
import { tokenOf } from './token/token-of.ts';
import { showTokens, tokenText } from './token/tokens-app.ts';

const patient = { timeout: 60_000 };
const HINT = 'Det du skrev förra gången finns kvar.';
const licences = await loadAppleLicencesWords('sv', 'licences');

const field = (label: string): Promise<HTMLInputElement> =>
  screen.findByLabelText(label, { exact: true }, patient);
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }, patient));
const drafts = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith('volym-draft'));

type Kind = {
  /** Shows the form; the returned list tells that it was left. */
  readonly show: (app: App) => Promise<string[]>;
  /** Fields by their labels, with what is typed; all begin empty. */
  readonly fields: readonly (readonly [label: string, typed: string])[];
  readonly save: string;
};
const KINDS: Readonly<Record<string, Kind>> = {
  'B1: a new token': {
    show: async (app) => {
      const left: string[] = [];
      showTokens(app, NewToken, { onsaved: (id) => void left.push(id) });
      await press('Klistra in texten');
      await userEvent.click(await field('Token som text'));
      await userEvent.paste(tokenText());
      await press('Läs texten');
      return left;
    },
    fields: [
      ['Namn på token', 'Gymnasiet'],
      ['Apple-ID', 'vpp@nordby.example'],
    ],
    save: 'Bara uppgifterna',
  },
  'B8: a new app': {
    show: async (app) => {
      const left: string[] = [];
      showApps(app, NewApp, {
        places: { locations: ['Nordby'], first: '' },
        onsaved: (id) => void left.push(id),
      });
      return left;
    },
    fields: [
      ['Namn', 'Bildboken'],
      ['Adam ID eller adress i App Store', '900000005'],
    ],
    save: 'Spara',
  },
  'B12: a new user': {
    show: async (app) => {
      const left: string[] = [];
      showApps(app, UserFormSheet, {
        words: licences,
        asksLocation: false,
        onsave: async () => undefined,
        onclose: () => void left.push('closed'),
      });
      return left;
    },
    fields: [
      ['Namn', 'Moa Sand'],
      ['E-post', 'moa@skola.example'],
    ],
    save: 'Spara',
  },
  'B8: an app that is changed': {
    show: async (app) => {
      const left: string[] = [];
      showApps(app, EditAppSheet, {
        volumeApp: appWith({ name: 'Bildboken' }),
        onsave: async () => undefined,
        onclose: () => void left.push('closed'),
      });
      return left;
    },
    fields: [['Egen gräns', '5']],
    save: 'Spara',
  },
  'B2: a token that is changed': {
    show: async (app) => {
      const left: string[] = [];
      showTokens(app, EditTokenSheet, {
        token: tokenOf({ alsoIn: '' }),
        onsave: async () => undefined,
        onclose: () => void left.push('closed'),
      });
      return left;
    },
    fields: [['Finns även i', 'Jamf']],
    save: 'Spara',
  },
};

describe.each(Object.entries(KINDS))('%s', (name, { show, fields, save }) => {
  const values = () => Promise.all(fields.map(async ([label]) => (await field(label)).value));
  const fill = async () => {
    for (const [label, text] of fields) await userEvent.type(await field(label), text);
  };
  const typed = fields.map(([, text]) => text);
  const nothing = fields.map(() => '');

  test(`${name}: what was typed is there again, and what starting over threw away comes back`, async () => {
    const { app } = await openApp();
    await show(app);
    expect(await values()).toEqual(nothing);
    expect(screen.queryByText(HINT, { exact: false })).toBeNull();
    await fill();
    cleanup();
    await show(app);
    await screen.findByText(HINT, { exact: false }, patient);
    expect(await values()).toEqual(typed);
    expect(await faults()).toEqual([]);
    await press('Börja om');
    expect(await values()).toEqual(nothing);
    await toasts.undo();
    await waitFor(async () => expect(await values()).toEqual(typed));
    await press('Börja om');
    await waitFor(() => expect(drafts()).toEqual([]));
    // Also where the form was left meanwhile.
    cleanup();
    await toasts.undo();
    await show(app);
    await screen.findByText(HINT, { exact: false }, patient);
    expect(await values()).toEqual(typed);
  }, 60_000);

  test(`${name}: saved, nothing of it is kept`, async () => {
    const { app } = await openApp();
    const left = await show(app);
    await fill();
    await waitFor(() => expect(drafts()).not.toEqual([]));
    const known = screen.queryByRole('checkbox', { name: /^Jag vet att vi inte kan byta/ });
    if (known !== null) await userEvent.click(known);
    await press(save);
    await waitFor(() => expect(left).toHaveLength(1), patient);
    expect(drafts()).toEqual([]);
  }, 60_000);
});

test('B1: starting over keeps what was ticked as done at Apple', async () => {
  const { app } = await openApp();
  const { show, fields } = KINDS['B1: a new token']!;
  const ticked = () => screen.findByRole('checkbox', { name: /^Gamla MDM-användare/ }, patient);
  await show(app);
  await userEvent.click(await ticked());
  await userEvent.type(await field(fields[0]![0]), 'Gymnasiet');
  cleanup();
  await show(app);
  await press('Börja om');
  expect(await ticked()).toBeChecked();
});

test('B1: what an older version of the app kept of a new token is there after the update', async () => {
  const { app } = await openApp();
  draftStore(app.workspaceId, 'new-token').keep({
    input: { name: 'Gymnasiet', holders: { johan: 'Johan Ek' } },
    guide: { cleared: true },
  });
  for (const _ of ['updated', 'left and come back']) {
    await KINDS['B1: a new token']!.show(app);
    expect((await field('Namn på token')).value).toBe('Gymnasiet');
    expect(screen.getByText('Johan Ek')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: /^Gamla MDM-användare/ })).toBeChecked();
    cleanup();
  }
});

test('B8: a location that was typed for a new app is there again', async () => {
  const { app } = await openApp();
  const { show } = KINDS['B8: a new app']!;
  await show(app);
  await userEvent.selectOptions(await field(apps.form.place), apps.form.otherPlace);
  await userEvent.type(await field(apps.form.otherPlaceName), 'Fjordskolan');
  cleanup();
  await show(app);
  expect((await field(apps.form.otherPlaceName)).value).toBe('Fjordskolan');
});

test('B12: of a changed user, what another device wrote meanwhile is not typed over', async () => {
  const { app } = await openApp();
  const user = userWith({ id: 'moa', name: 'Moa Sand', email: 'moa@skola.example' });
  await addRecords(app, [user]);
  const show = async () => {
    const now = await app.records.get('moa');
    showApps(app, UserFormSheet, {
      user: now as typeof user,
      words: licences,
      asksLocation: false,
      onsave: async () => undefined,
      onclose: () => undefined,
    });
  };
  await show();
  for (const label of ['Namn', 'E-post']) await userEvent.type(await field(label), 'x');
  cleanup();
  await app.records.change(
    'moa',
    onKind('volume-user', (now) => ok({ ...now, data: { ...now.data, name: 'Moa Sandberg' } })),
  );
  await show();
  expect([(await field('Namn')).value, (await field('E-post')).value]).toEqual([
    'Moa Sandberg',
    'moa@skola.examplex',
  ]);
});

test('B2, B8: of a changed app and a changed token, what another device wrote meanwhile is not typed over', async () => {
  const { app } = await openApp();
  const close = { onsave: async () => undefined, onclose: () => undefined };
  const shown = {
    app: (name: string) => showApps(app, EditAppSheet, { volumeApp: appWith({ name }), ...close }),
    token: (name: string) =>
      showTokens(app, EditTokenSheet, { token: tokenOf({ name }), ...close }),
  };
  for (const [show, label, other] of [
    [shown.app, 'Namn', 'Egen gräns'],
    [shown.token, 'Namn på token', 'Finns även i'],
  ] as const) {
    show('Gymnasiet');
    for (const at of [label, other]) await userEvent.type(await field(at), '7');
    cleanup();
    show('Vuxenskolan');
    expect([(await field(label)).value, (await field(other)).value.slice(-1)]).toEqual([
      'Vuxenskolan',
      '7',
    ]);
    cleanup();
  }
});
