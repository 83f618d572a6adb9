import type { AssignedLicence } from './assigned-licence.ts';
import { countsOf } from '../app/app-counts.ts';
import { isForGood } from '../editions.ts';
import { isLeftAlone } from '../user/foreign-users.ts';
import { licenceState } from './licence-life.ts';
import { termsOf } from '../user/user-terms.ts';
import type { VolumeApp } from '../app/volume-app.ts';
import type { VolumeUser } from '../user/volume-user.ts';

/** Whom a licence is meant for. */
export type AssignTarget =
  | { readonly to: 'user'; readonly user: VolumeUser }
  | { readonly to: 'device'; readonly serialNumber: string; readonly name: string };

/**
 * Why someone gets no licence. The first four come from the app, the others from the user or
 * device.
 */
export type WhyNone =
  | 'no-licence-left'
  | 'free-unknown'
  | 'devices-need-later-edition'
  | 'not-device-assignable'
  | 'has-one'
  | 'is-leaving'
  | 'retired'
  | 'foreign-user'
  | 'other-location'
  | 'not-a-serial-number'
  | 'chosen-before';

/** What is to be known of someone who gets one. */
export type AssignNote = 'terms-not-accepted' | 'stays-for-good';

/**
 * The plan for one chosen user or device. `again` is the record of a licence that came back
 * before.
 */
export type PlannedTarget = {
  readonly target: AssignTarget;
  readonly why?: WhyNone | undefined;
  readonly notes: readonly AssignNote[];
  readonly again?: AssignedLicence | undefined;
};

/**
 * Who gets a licence and who gets none, before anything is written (B11); all in the order in which
 * they were chosen.
 */
export type AssignPlan = {
  readonly gets: readonly PlannedTarget[];
  readonly none: readonly PlannedTarget[];
  /** So many more licences and everybody who may have one had one. */
  readonly short: number;
};

/** Where and by what rules licences are given. */
export type Assigning = {
  readonly app: VolumeApp;
  /** The licences of the app that are known, those that came back too. */
  readonly licences: readonly AssignedLicence[];
  /**
   * Edition of the accounts rule: the one of 2016 knows users alone (seed 001: "till användare och
   * inte enheter").
   */
  readonly edition: string;
};

/**
 * Who of those chosen gets a licence. Their order decides where there are too few, and nobody gets
 * one twice; never more are given than are free (B8).
 */
export const planAssignment = (
  assigning: Assigning,
  targets: readonly AssignTarget[],
): AssignPlan => {
  const held = heldBy(assigning.licences);
  const { free, unlimited } = countsOf(assigning.app);
  let left = unlimited ? Infinity : (free ?? 0);
  const noneLeft: WhyNone = unlimited || free !== undefined ? 'no-licence-left' : 'free-unknown';
  const seen = new Set<string>();
  const [gets, none]: [PlannedTarget[], PlannedTarget[]] = [[], []];
  for (const target of targets) {
    const key = keyOfTarget(target);
    const licence = held(target);
    const why = seen.has(key) ? 'chosen-before' : (whyNever(assigning, target) ?? whyHeld(licence));
    seen.add(key);
    if (why === undefined && left > 0) {
      left -= 1;
      gets.push({ target, notes: notesOf(assigning.app, target), again: licence });
    } else none.push({ target, why: why ?? noneLeft, notes: [] });
  }
  return { gets, none, short: none.filter(({ why }) => why === noneLeft).length };
};

/** What tells one target from another: a user without a name at Apple by the record. */
export const keyOfTarget = (target: AssignTarget): string =>
  target.to === 'device'
    ? `device\n${target.serialNumber}`
    : `user\n${target.user.data.clientUserId || target.user.id}`;

/**
 * Finds the licence that a target has or had: by the user's record, or by the name under which
 * Apple knows it.
 */
const heldBy = (
  licences: readonly AssignedLicence[],
): ((target: AssignTarget) => AssignedLicence | undefined) => {
  const found = new Map<string, AssignedLicence>();
  const put = (key: string, licence: AssignedLicence): void => {
    const other = found.get(key);
    // If two records have the same holder, the licence that is assigned counts.
    if (other === undefined || licenceState(other.steps) === 'free') found.set(key, licence);
  };
  for (const licence of licences) {
    if (licence.trashedOn !== '') continue;
    const { to, target, user } = licence.data;
    if (target !== '') put(`${to}\n${target}`, licence);
    if (user !== '') put(`record\n${user}`, licence);
  }
  return (target) => {
    const named = found.get(keyOfTarget(target));
    const linked = target.to === 'user' ? found.get(`record\n${target.user.id}`) : undefined;
    return (
      [named, linked].find(
        (licence) => licence !== undefined && licenceState(licence.steps) !== 'free',
      ) ??
      named ??
      linked
    );
  };
};

const whyHeld = (licence: AssignedLicence | undefined): WhyNone | undefined => {
  const state = licence === undefined ? 'free' : licenceState(licence.steps);
  return state === 'free' ? undefined : state === 'leaving' ? 'is-leaving' : 'has-one';
};

/**
 * Why someone may have no licence of the app, whoever has one already and however many are free.
 */
export const whyNever = (
  { app, edition }: Pick<Assigning, 'app' | 'edition'>,
  target: AssignTarget,
): WhyNone | undefined => {
  if (target.to === 'device') {
    if (isForGood(edition)) return 'devices-need-later-edition';
    if (app.data.isDeviceAssignable === false || app.data.productType === 'Book')
      return 'not-device-assignable';
    return isSerialNumber(target.serialNumber) ? undefined : 'not-a-serial-number';
  }
  const { user } = target;
  // Of 2016: "Intune synkroniserar inte de användarkontona" (seed 001). Later a token can be taken
  // over with its users.
  if (isLeftAlone(user.data, edition)) return 'foreign-user';
  if (termsOf(user) === 'retired') return 'retired';
  return isElsewhere(app.data, user.data) ? 'other-location' : undefined;
};

type Place = { readonly location: string; readonly locationId: string };

/**
 * Whether two records are of different locations; where one does not say, they are not. Apple knows
 * a user at one (error 9609).
 */
export const isElsewhere = (a: Place, b: Place): boolean => {
  if (a.locationId !== '' && b.locationId !== '') return a.locationId !== b.locationId;
  return (
    a.location !== '' && b.location !== '' && a.location.toLowerCase() !== b.location.toLowerCase()
  );
};

const isSerialNumber = (text: string): boolean => /^[A-Z0-9]{8,17}$/.test(text);

/** The serial numbers in a pasted text, as Apple writes them: capitals, without a space in them. */
export const readSerialNumbers = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((word) => word.toUpperCase())
    .filter((word) => word !== '');

const notesOf = (app: VolumeApp, target: AssignTarget): AssignNote[] => {
  const terms = target.to === 'user' ? termsOf(target.user) : 'accepted';
  // "De måste göra detta innan appinstallationen fortsätter" (seed 001).
  const waits: AssignNote[] = terms === 'accepted' ? [] : ['terms-not-accepted'];
  return isForKeeps(app.data) ? [...waits, 'stays-for-good'] : waits;
};

/**
 * Whether what is given stays given: books do, and what Apple calls irrevocable (apple.md §2.2).
 */
export const isForKeeps = ({ isRevocable, productType }: VolumeApp['data']): boolean =>
  isRevocable === false || (isRevocable === undefined && productType === 'Book');
