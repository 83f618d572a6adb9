import { cleanup, render, waitFor } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { expect } from 'vitest';
import type {
  CreditOrder,
  CreditOrderData,
} from '#programmes/apple-credit/rules/order/credit-order.ts';
import {
  draftOrder,
  recordStep,
  type OrderInput,
  type OrderStepKind,
} from '#programmes/apple-credit/rules/order/order-commands.ts';
import { newCode } from '#programmes/apple-credit/rules/code/code-commands.ts';
import {
  sealedAt,
  type RedemptionCode,
} from '#programmes/apple-credit/rules/code/redemption-code.ts';
import type { Draft } from '#core/record/record.ts';
import { createWorkspace } from '#data/workspace/create-workspace.ts';
import { databaseName } from '#data/records/database.ts';
import { openSettings } from '#data/device/settings.ts';
import { forgetDeviceKeys } from '#data/vault/device-keys.ts';
import type { Language } from '#core/language/language.ts';
import { credit as english } from '#programmes/apple-credit/words/en/credit.ts';
import { credit as swedish } from '#programmes/apple-credit/words/sv/credit.ts';
import { App } from '#ui/app.svelte.ts';
import type { Areas } from '#programmes/programme.ts';
import { toasts } from '#ui/toast.svelte.ts';
import { afterEachTest } from '#tests/factories/after-each-test.ts';
import { valueOf } from '#tests/factories/credit.ts';
import { deriveHere } from '#tests/factories/derive-here.ts';
import { keptStorage } from '#tests/factories/kept-storage.ts';
import { quickDerivation } from '#tests/factories/quick-derivation.ts';
import { setClock } from '#tests/factories/set-clock.ts';
import { KIT, PASSPHRASE } from '#tests/factories/vaults.ts';
import { shellTexts } from '#tests/ui/texts.ts';
import WithApp from './WithApp.svelte';

const opened: App[] = [];
afterEachTest(async () => {
  cleanup();
  toasts.dismiss();
  for (const app of opened.splice(0)) {
    const id = app.workspaceId;
    await app.leave();
    app.settings.close();
    indexedDB.deleteDatabase(databaseName(id));
    await forgetDeviceKeys(id);
  }
  localStorage.clear();
});

/** A real app with its own real workspace, on a clock that the test turns. */
export const openApp = async () => {
  const clock = setClock();
  const settings = openSettings(keptStorage());
  const deriving = { derive: deriveHere, derivation: quickDerivation };
  const made = await createWorkspace(
    {
      name: 'Nordby IT',
      person: 'Sara Lindholm',
      programmes: ['apple-credit'] as const,
      passphrase: PASSPHRASE,
      kitWords: KIT.split(' '),
    },
    { settings, clock, deriving },
  );
  const app = new App(settings, clock);
  await app.enter(made.id, made.opened);
  opened.push(app);
  return { app, clock };
};

const complete: OrderInput = {
  amount: '25000.00',
  institution: 'Nordby kommun',
  orderNumber: '4500218837',
  channel: 'reseller',
  purchaserName: 'Sara Lindholm',
  purchaserAppleId: 'innehall@nordby.example',
  orderDate: '2026-08-28',
};

/** An order with its steps, written to the app's records. */
export const addOrder = async (
  app: App,
  steps: readonly (readonly [OrderStepKind, string])[],
  input: OrderInput = {},
  id = 'order-1',
): Promise<CreditOrder> => {
  const doing = app.records.doing();
  const draft = valueOf(draftOrder(id, { ...complete, ...input }, doing));
  const whole = steps.reduce<Draft<CreditOrderData>>(
    (order, [kind, on]) => valueOf(recordStep(order, { kind, on }, doing)),
    draft,
  );
  return valueOf(await app.records.create(whole)) as CreditOrder;
};

/** A sealed code under an order or batch; the vault must be open. */
export const addSealedCode = async (
  app: App,
  plain: string,
  parent = 'order-1',
  { number = 1, usage = 'credit' as 'credit' | 'app' } = {},
): Promise<RedemptionCode> => {
  const id = await app.vault.fingerprint(plain);
  const sealed = await app.vault.seal(plain, sealedAt(id));
  return valueOf(
    await app.records.create(newCode({ id, parent, usage, number, sealed })),
  ) as RedemptionCode;
};

type Anything = Component<Record<string, unknown>>;

type Given<Part> = Part extends Component<infer Props> ? Props : never;

/** Mounts a screen of credit in the app, in a language. */
export const showIn = <Part extends Component<never>>(
  app: App,
  part: Part,
  given: Given<Part>,
  language: Language = 'sv',
) => showWith(app, part, given, language, { credit: language === 'sv' ? swedish : english });

/** Mounts a screen in the app, in a language, with the texts that its route loads. */
export const showWith = <Part extends Component<never>>(
  app: App,
  part: Part,
  given: Given<Part>,
  language: Language,
  more: Areas,
) => {
  const texts = { ...shellTexts(language), ...more };
  const props = {
    app,
    texts,
    part: part as unknown as Anything,
    given: given as Record<string, unknown>,
  };
  return render(WithApp, { props });
};

/** Presses "Undo" once the line at the foot offers it. */
export const undoLast = async (): Promise<void> => {
  await waitFor(() => expect(toasts.current?.undo).toBeDefined());
  await toasts.undo();
};

/** The newest state of a record. */
export const stored = async <T>(app: App, id: string): Promise<T> =>
  (await app.records.get(id)) as T;
