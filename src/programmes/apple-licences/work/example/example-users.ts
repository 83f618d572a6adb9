import { userKey } from '#programmes/apple-licences/import/match/keys.ts';
import type { FactSource } from '#programmes/apple-licences/rules/sync/fact-source.ts';
import type { Terms } from '#programmes/apple-licences/rules/user/user-terms.ts';
import { inviteSealedAt } from '#programmes/apple-licences/rules/user/user-invitation.ts';
import type { VolumeUserData } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { addDays } from '#core/day/day.ts';
import { stepOf, type ExampleMeans } from '#core/example.ts';
import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { FAMILY_NAMES, FIRST_NAMES, GROUPS, USERS_AT } from './bjorkdalen-apps.ts';

type Means = Pick<ExampleMeans, 'doing' | 'seal' | 'keyedId'>;

const COUNT = 60;
const STATUS = { accepted: 'associated', retired: 'retired', invited: 'registered' } as const;

/** The users that the example knows at one of its places, in every state to Apple's terms. */
export const exampleUsers = (means: Means): Promise<Draft<VolumeUserData>[]> =>
  Promise.all(Array.from({ length: COUNT }, (_, at) => userDraft(at, means)));

/** A source's statement, on a morning this many days ago. */
export const sourcedFrom = (source: string, ago: number, { now, today }: Doing): FactSource => ({
  source,
  asOf: `${addDays(today, -ago)}T06:00:00Z`,
  at: now,
});

/**
 * Most have accepted; of every group someone waits, nobody asked someone yet, and someone left.
 */
const termsOfUser = (at: number): Terms => {
  if (at % 15 === 14) return 'retired';
  if (at % 20 === 11) return 'not-invited';
  return at % 8 === 3 ? 'invited' : 'accepted';
};

const userDraft = async (at: number, means: Means): Promise<Draft<VolumeUserData>> => {
  const first = FIRST_NAMES[at % FIRST_NAMES.length] ?? '';
  const family =
    FAMILY_NAMES[(at * 3 + Math.floor(at / FIRST_NAMES.length)) % FAMILY_NAMES.length] ?? '';
  const clientUserId = `demo-${String(at + 1).padStart(3, '0')}`;
  const [terms, group] = [termsOfUser(at), GROUPS[at % GROUPS.length] ?? ''];
  const fromSource =
    terms === 'not-invited'
      ? {}
      : {
          said: {
            status: STATUS[terms],
            ...sourcedFrom(USERS_AT.source, USERS_AT.asked, means.doing),
          },
        };
  const id = await means.keyedId(...userKey(USERS_AT, clientUserId));
  const invite =
    terms === 'invited'
      ? { invite: await means.seal(linkOf(clientUserId), inviteSealedAt(id)) }
      : {};
  return {
    id,
    kind: 'volume-user',
    programme: 'apple-licences',
    parent: '',
    steps: terms === 'invited' ? askedAt(at, means) : [],
    data: {
      v: 1,
      location: USERS_AT.location,
      locationId: USERS_AT.locationId,
      clientUserId,
      group,
      ...fromSource,
      ...invite,
      name: `${first} ${family}`,
      email: `${plain(first)}.${plain(family)}@skola.bjorkdalen.example`,
    },
  };
};

/** Invited some days ago; every other one reminded since. */
const askedAt = (at: number, { doing }: Means): Step[] => {
  const invited = stepOf('invited', addDays(doing.today, (at % 9) - 17), doing);
  return at % 16 === 3 ? [invited, stepOf('reminded', addDays(doing.today, -4), doing)] : [invited];
};

/** Looks as Apple's do (apple.md §2.10); its code is none. */
const linkOf = (code: string): string =>
  `https://buy.itunes.apple.com/WebObjects/MZFinance.woa/wa/associateVPPUserWithITSAccount?inviteCode=FAKE-${code}`;

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '');
