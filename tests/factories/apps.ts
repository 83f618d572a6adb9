import type {
  AssignedLicence,
  AssignedLicenceData,
} from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import type { SourceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import type { FactSource } from '#programmes/apple-licences/rules/sync/fact-source.ts';
import type { VolumeApp, VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type {
  VolumeUser,
  VolumeUserData,
} from '#programmes/apple-licences/rules/user/volume-user.ts';
import type { Data, VolymRecord } from '#core/record/record.ts';
import type { Step } from '#core/record/step.ts';
import { examples } from './examples.ts';

const recordOf = <D extends Data>(
  kind: 'volume-app' | 'assigned-licence' | 'volume-user' | 'app-deployment',
  id: string,
  data: D,
  steps: readonly Step[],
): VolymRecord<D> => ({
  id,
  kind,
  programme: 'apple-licences',
  parent: kind === 'volume-app' ? '' : 'app-1',
  dueOn: '9999-12-31',
  newestFirst: 0,
  updatedAt: 0,
  updatedBy: 'sara',
  trashedOn: '',
  history: [],
  clashes: [],
  data,
  steps,
});

type App = Partial<SourceCounts & FactSource & Omit<VolumeAppData, 'said'>> & {
  readonly id?: string;
  readonly steps?: readonly Step[];
};

/** An app with a source's counts of its licences. */
export const appWith = (given: App = {}): VolumeApp => {
  const {
    id = 'app-1',
    steps = [],
    total,
    assigned,
    available,
    retired,
    unlimited,
    ...rest
  } = given;
  const { source = 'Intune', asOf = '2026-11-20T06:02:00Z', at = 1, ...fields } = rest;
  const {
    said: _said,
    installs: _installs,
    lowAt: _line,
    origin: _origin,
    ...data
  } = examples['volume-app'].data as VolumeAppData;
  const said = { total, assigned, available, retired, unlimited, source, asOf, at };
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return recordOf(
    'volume-app',
    id,
    { ...data, ...fields, said: known as VolumeAppData['said'] },
    steps,
  );
};

/** A licence that somebody has of an app. */
export const licenceWith = (
  given: Partial<AssignedLicenceData> & {
    readonly id?: string;
    readonly steps?: readonly Step[];
  } = {},
): AssignedLicence => {
  const { id = 'licence-1', steps = [], ...fields } = given;
  const data = { v: 1, to: 'user' as const, target: 'u-1', name: '', user: '' };
  return recordOf('assigned-licence', id, { ...data, ...fields }, steps);
};

/** A user of a location. */
export const userWith = (
  given: Partial<VolumeUserData> & { readonly id?: string; readonly steps?: readonly Step[] } = {},
): VolumeUser => {
  const { id = 'user-1', steps = [], ...fields } = given;
  const data = {
    v: 1,
    location: '',
    locationId: '',
    clientUserId: 'u-1',
    name: '',
    email: '',
    group: '',
  };
  return { ...recordOf('volume-user', id, { ...data, ...fields }, steps), parent: '' };
};
