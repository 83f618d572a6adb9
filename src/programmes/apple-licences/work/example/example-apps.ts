import type { AssignedLicenceData } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { deploy } from '#programmes/apple-licences/rules/deployment/deployment-commands.ts';
import type { InstallState } from '#programmes/apple-licences/rules/install/install-status.ts';
import { STANDARD_QUALITY } from '#programmes/apple-licences/rules/licence/licence-line.ts';
import { appKey, licenceKey } from '#programmes/apple-licences/import/match/keys.ts';
import type { VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { VolumeUserData } from '#programmes/apple-licences/rules/user/volume-user.ts';
import { addDays } from '#core/day/day.ts';
import { madeOf, stepOf, type ExampleMeans } from '#core/example.ts';
import type { Draft } from '#core/record/record.ts';
import { demoAppList, demoDeployments, type DemoApp } from './bjorkdalen-apps.ts';
import { MANY_TOKENS } from './example-tokens.ts';
import { exampleUsers, sourcedFrom } from './example-users.ts';

type Means = Pick<ExampleMeans, 'doing' | 'seal' | 'keyedId'>;

/** An app of the example on its way to its records: its id and the users that may have it. */
type Making = Means & {
  readonly app: DemoApp;
  readonly id: string;
  readonly users: readonly User[];
};
type User = Draft<VolumeUserData>;
type Licence = Draft<AssignedLicenceData>;

/** The example's apps, its users and who has what, as lists and a hand would have brought them. */
export const exampleApps = async (means: Means): Promise<Draft[]> => {
  const users = await exampleUsers(means);
  const apps = demoAppList.map(async (app) => {
    const { adamId, pricingParam = STANDARD_QUALITY } = app;
    const id = await means.keyedId(...appKey(app, { adamId, pricingParam }));
    return recordsOf({ ...means, app, id, users });
  });
  return [...users, ...(await Promise.all(apps)).flat()];
};

const recordsOf = async (making: Making): Promise<Draft[]> => {
  const { named = 0, hasInstalls = false } = making.app;
  const licences = await Promise.all(
    Array.from({ length: named }, (_, at) => licenceDraft(at, making)),
  );
  return [
    appDraft(making, licences),
    ...licences,
    ...(hasInstalls ? deploymentDrafts(making) : []),
  ];
};

const appDraft = (
  { app, id, doing }: Making,
  licences: readonly Licence[],
): Draft<VolumeAppData> => {
  const { named: _named, toDevices: _toDevices, hasInstalls = false, source, asked, ...rest } = app;
  const {
    name,
    location,
    locationId,
    adamId,
    pricingParam = STANDARD_QUALITY,
    productType = 'App',
    ...counts
  } = rest;
  const isApp = productType === 'App';
  const stamp = sourcedFrom(source, asked, doing);
  return {
    id,
    kind: 'volume-app',
    programme: 'apple-licences',
    parent: '',
    steps: [],
    data: {
      v: 1,
      name,
      location,
      locationId,
      adamId,
      pricingParam,
      productType,
      isDeviceAssignable: isApp,
      isRevocable: isApp,
      said: { ...counts, ...stamp },
      ...(hasInstalls ? { installs: { ...installsOf(licences), ...stamp } } : {}),
    },
  };
};

/** What is on its way back is counted no more. */
const installsOf = (licences: readonly Licence[]) => {
  const are = (state: InstallState): number =>
    licences.filter(({ data, steps }) => data.install?.state === state && steps?.length === 0)
      .length;
  return {
    failed: are('failed'),
    pending: are('pending'),
    installed: are('installed'),
    notInstalled: are('not-installed'),
  };
};

const licenceDraft = async (at: number, making: Making): Promise<Licence> => {
  const { app, id: parent, keyedId } = making;
  const user = making.users[at];
  if (user === undefined) throw new Error(`the example has no user ${at}`);
  const number = String(at + 1).padStart(3, '0');
  const holder = app.toDevices
    ? { to: 'device' as const, target: `DEMOIPAD${number}`, name: `iPad ${number}`, user: '' }
    : { to: 'user' as const, target: user.data.clientUserId, name: user.data.name, user: user.id };
  return {
    id: await keyedId(...licenceKey(parent, holder.to, holder.target)),
    kind: 'assigned-licence',
    programme: 'apple-licences',
    parent,
    steps: leavingOf(user, making),
    data: { v: 1, ...holder, ...(app.hasInstalls ? { install: installOf(at, making) } : {}) },
  };
};

/** The states of the first installations; the others succeeded. */
const INSTALLS: readonly (readonly [InstallState, code: string])[] = [
  ['failed', '0x87D13B99'],
  ['failed', '0x87D13B62'],
  ['installed', ''],
  // That user has not accepted the terms.
  ['failed', ''],
  ['pending', ''],
  ['installed', ''],
  ['not-installed', ''],
];

const installOf = (at: number, { app: { source, asked }, doing }: Making) => {
  const [state, code] = INSTALLS[at] ?? ['installed', ''];
  return { state, code, ...sourcedFrom(source, asked, doing) };
};

/** Those of a group that the app is uninstalled for are on their way back since then. */
const leavingOf = ({ data }: User, { app, doing }: Making) => {
  if (app.hasInstalls !== true) return [];
  const leaves = demoDeployments.find(
    ({ group, intent }) => intent === 'uninstall' && group === data.group,
  );
  return leaves === undefined
    ? []
    : [stepOf('uninstall-asked', addDays(doing.today, -leaves.ago), doing)];
};

const deploymentDrafts = ({ id: app, doing }: Making): Draft[] =>
  demoDeployments.map(({ group, intent, ago }) => {
    const then = { ...doing, today: addDays(doing.today, -ago) };
    const input = { name: group, group, users: {}, intent };
    const given = { app, edition: MANY_TOKENS, owner: doing.by };
    return madeOf(deploy(doing.newId(), input, given, then));
  });
