import type { Doing } from '#core/record/kind.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import type { Programme } from '#core/record/record.ts';
import type { RulesToday } from '#programmes/rules-today.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import type { Clock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { openDatabase } from '../records/database.ts';
import { openRecords } from '../records/records.ts';
import type { Settings } from '../device/settings.ts';
import { forgetDeviceKeys, keepDeviceKeys } from '../vault/device-keys.ts';
import type { KeyWaiter } from '../vault/derive/derive.ts';
import { createKeyring, derivationFor, type Deriving } from '../vault/keyring/keyring.ts';
import type { OpenedKeys } from '../vault/keys.ts';
import { insideOpened, keepLastOpened } from '../vault/last-opened.ts';
import { NO_ATTEMPTS } from '../vault/lock/wrong-attempts.ts';

/** What the first start asked for. `passphrase` is in its kept form (`phraseToKeep`). */
export type NewWorkspace = {
  readonly name: string;
  /** Name of the person who makes it. */
  readonly person: string;
  readonly programmes: readonly Programme[];
  /** Which rules hold today; the seed's own if nobody was asked. */
  readonly rules?: RulesToday;
  readonly passphrase: string;
  readonly kitWords: readonly string[];
  /** Printed on the kit to identify the paper; '' for none. */
  readonly kitMark?: string;
  /** Example data: the passphrase is kept on the device and filled in when it is asked for. */
  readonly demo?: boolean;
};

const secretsOf = ({ passphrase, kitWords, kitMark }: NewWorkspace) => ({
  passphrase,
  kitWords,
  kitNumber: 1,
  ...(kitMark === undefined ? {} : { kitMark }),
});

/** The new workspace: its id on this device, and its keys, so that it is entered open. */
export type CreatedWorkspace = { readonly id: string; readonly opened: OpenedKeys };

/**
 * Creates a workspace in one step: keys, keyring, its first records, the device's keys, and last
 * the device's settings, which make it known to the app. If something fails it throws
 * (`DeriveFailed` if no key was made) and leaves nothing behind.
 */
export const createWorkspace = async (
  made: NewWorkspace,
  world: {
    readonly settings: Settings;
    readonly clock: Clock;
    readonly deriving?: Deriving;
    readonly waiter?: KeyWaiter | undefined;
  },
): Promise<CreatedWorkspace> => {
  const { settings, clock, deriving, waiter } = world;
  const [id, person] = [newId(), newId()];
  const today = clock.today();
  const moment = { today, by: person, at: clock.now() };
  const { keyring, opened } = await createKeyring(
    { ...secretsOf(made), ...moment },
    derivationFor(waiter, deriving),
  );
  const doing = (): Doing => ({ today: clock.today(), now: clock.now(), by: person, newId });
  const database = await openDatabase(id);
  try {
    const records = openRecords(database.records, doing);
    const maker = newPerson(person, made.person, { [opened.wrap]: today });
    await records.insert([keyring, newWorkspace(made.name, made.programmes, made.rules), maker]);
    await keepDeviceKeys(id, opened);
    await keepLastOpened(id, keyring.data, insideOpened(opened));
    await database.close();
  } catch (error) {
    await forgetDeviceKeys(id).catch(() => undefined);
    await database.remove();
    throw error;
  }
  const demo = made.demo === true ? { passphrase: made.passphrase } : undefined;
  settings.changeWorkspace(id, { person, name: made.name, wrong: NO_ATTEMPTS, demo });
  return { id, opened };
};
