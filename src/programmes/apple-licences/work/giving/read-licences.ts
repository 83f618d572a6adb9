import { accountsEditionOf } from '#programmes/apple-licences/rules/editions.ts';
import type { AssignedLicence } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { VolumeUser } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { isFine } from '#data/records/read-record.ts';
import { readUnder } from '#data/records/read-under.ts';
import type { Records } from '#data/records/records.ts';
import type { Accounts } from '../here.ts';

/** All licences of an app, those that came back too. */
export const licencesOf = async (
  records: Pick<Records, 'find'>,
  app: string,
): Promise<AssignedLicence[]> => readUnder(records, { kind: 'assigned-licence', parent: app });

/** The users that are here. */
export const usersHere = async (records: Pick<Records, 'find'>): Promise<VolumeUser[]> =>
  (await records.find({ kind: 'volume-user' })).filter(isFine);

/** What a person is called; as Apple knows them where nothing else is known. */
export const userName = ({ data }: VolumeUser): string =>
  data.name || data.email || data.clientUserId;

/** The edition of the accounts rule that the workspace goes by. */
export const editionOf = ({ workspace }: Accounts): string =>
  accountsEditionOf(workspace?.data.accountsEdition);
