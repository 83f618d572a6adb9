import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { newDevice } from '#workspace/rules/people/device-commands.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { noteShutOut } from '#workspace/rules/people/shut-out.ts';
import { ALONE } from '#data/sync/tabs/tab-status.ts';
import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import { backup } from '#workspace/words/sv/backup.ts';
import { sync } from '#workspace/words/sv/sync.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import Checks from '#workspace/screens/safety/Checks.svelte';
import { onKind } from '#data/records/on-kind.ts';

test('X18: a person shut out on all devices is not counted among those who open codes', async () => {
  const { app } = await openApp();
  const [sara] = (await app.records.find({ kind: 'person' })) as unknown as Person[];
  const opened = sara?.data.opened ?? {};
  await app.records.insert([
    newPerson('johan', 'Johan Ek', opened),
    newDevice('d1', 'johan', 'iphone'),
  ]);
  showWith(app, Checks, { status: ALONE, keyring: await keyringIn(app.records) }, 'sv', {
    sync,
    backup,
  });
  const counted = (): string =>
    screen.getByText(sync.safety.keys.openCodes).parentElement?.textContent ?? '';
  await expect.poll(counted).toMatch(/2\s*$/);
  await app.records.change('d1', onKind('device', noteShutOut));
  await expect.poll(counted).toMatch(/1\s*$/);
});
