import { ownEntry } from '#core/own-entry.ts';
import { currentSteps, type Step } from '#core/record/step.ts';
import type { LicenceUserStatus } from '../api/location-records.ts';
import { isSince, type FactSource } from '../sync/fact-source.ts';

/**
 * "Status för VPP-villkor" (seed 001): a user accepts Apple's terms before the first app can be
 * installed.
 */
export const TERMS = ['not-invited', 'invited', 'accepted', 'retired'] as const;

/** A user's "Status för VPP-villkor". */
export type Terms = (typeof TERMS)[number];

/**
 * Apple's own words for it: registered is known and not linked yet, associated has accepted
 * (apple.md §2.2).
 */
const OF_STATUS: Readonly<Record<LicenceUserStatus, Terms>> = {
  registered: 'invited',
  associated: 'accepted',
  retired: 'retired',
  deleted: 'retired',
  unknown: 'not-invited',
};

const OF_STEP: Readonly<Record<string, Terms>> = {
  invited: 'invited',
  accepted: 'accepted',
  retired: 'retired',
  returned: 'not-invited',
};

/** A user's status with the terms: what a source said last, or what was entered by hand since. */
export const termsOf = ({
  data: { said },
  steps,
}: {
  readonly data: {
    readonly said?: (FactSource & { readonly status: LicenceUserStatus }) | undefined;
  };
  readonly steps: readonly Step[];
}): Terms => {
  const since = steps.length === 0 ? [] : currentSteps(steps).filter((step) => isSince(said, step));
  const last = since.findLast(({ kind }) => ownEntry(OF_STEP, kind) !== undefined);
  if (last !== undefined) return ownEntry(OF_STEP, last.kind) as Terms;
  return said === undefined ? 'not-invited' : OF_STATUS[said.status];
};
