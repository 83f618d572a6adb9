import type { Draft, Programme } from '#core/record/record.ts';
import { newPerson } from '#workspace/rules/people/person-commands.ts';
import { newKeyring } from '#workspace/rules/vault/keyring-commands.ts';
import { newWorkspace } from '#workspace/rules/settings/workspace-commands.ts';
import { openDatabase } from '#data/records/database.ts';
import { openRecords } from '#data/records/records.ts';
import { openSettings } from '#data/device/settings.ts';
import { NO_ATTEMPTS } from '#data/vault/lock/wrong-attempts.ts';
import { draftOrder } from '#programmes/apple-credit/rules/order/order-commands.ts';
import { newId } from '#platform/ids.ts';
import { systemClock } from '#platform/clock.ts';
import { appDrafts } from './licence-row.ts';
import { orders } from './rows.ts';
import { vipDrafts, type VipSizes } from './vip-drafts.ts';

const PERSON = 'bench-person';
const doing = () => ({ today: systemClock.today(), now: systemClock.now(), by: PERSON, newId });

/** Complete drafts: one tap says that they were ordered. */
const completeDraft = (at: number): Draft => {
  const purchaser = { purchaserName: 'Sara Lindholm', purchaserAppleId: 'sara@nordby.example' };
  const draft = draftOrder(
    newId(),
    { amount: `${at + 1}.00`, institution: 'Nordby', ...purchaser },
    doing(),
  );
  if (!draft.ok) throw new Error(draft.problem.code);
  return draft.value;
};

/** Fills a workspace that the built app on this address opens as its own. */
const seed = async (programme: Programme, drafts: readonly Draft[]): Promise<void> => {
  const id = newId();
  const database = await openDatabase(id);
  // Without a keyring the app says that the records are gone; nothing is opened with this one.
  const people = [
    newKeyring('bench', []),
    newWorkspace('Bench', [programme]),
    newPerson(PERSON, 'Sara Lindholm'),
  ];
  await openRecords(database.records, doing).insert([...people, ...drafts]);
  await database.close();
  const settings = openSettings();
  settings.changeWorkspace(id, { person: PERSON, name: 'Bench', wrong: NO_ATTEMPTS });
  settings.change({ workspace: id });
};

/** A workspace with this many orders; answers the ids of complete drafts among them. */
export const seedApp = async (count: number): Promise<string[]> => {
  const drafts = Array.from({ length: 12 }, (_, at) => completeDraft(at));
  await seed('apple-credit', [...drafts, ...orders(count).drafts]);
  return drafts.map((draft) => draft.id);
};

/** A workspace with this many apps. */
export const seedApps = (count: number): Promise<void> => seed('apple-licences', appDrafts(count));

/** A VIP reseller's workspace. */
export const seedVip = (sizes: VipSizes): Promise<void> => seed('adobe-vip', vipDrafts(sizes));
