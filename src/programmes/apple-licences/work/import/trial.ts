import type { RecordKey } from '#core/import/record-keys.ts';
import type { Choice } from '#core/import/choice.ts';
import {
  licenceKeys,
  listKeys,
  tokenKeys,
} from '#programmes/apple-licences/import/match/asked-keys.ts';
import { planListRows } from '#programmes/apple-licences/import/plan/plan.ts';
import type {
  IncomingLists,
  KnownLicences,
  ListPlan,
} from '#programmes/apple-licences/import/plan/planned.ts';
import type { ListRow, ListValue } from '#programmes/apple-licences/import/read/values.ts';
import { isPlaced } from '#programmes/apple-licences/import/match/near.ts';
import type { ReadOn } from '#programmes/apple-licences/import/plan/source-order.ts';
import { dayOfMoment } from '#platform/clock.ts';
import type { Watched } from '#data/records/in-chunks.ts';
import { conditionOf, isFine } from '#data/records/read-record.ts';
import { inTurns } from '#data/import/in-turns.ts';
import { keyedIds } from '#data/import/keyed-ids.ts';
import { workspaceIn } from '#data/workspace/workspace-in.ts';
import { keyedSources } from '#data/import/lot/keyed-sources.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import type { ImportParts, Trial } from '#data/import/trial.ts';
import { ofOtherKind } from '#data/import/of-other-kind.ts';
import type { Found, KindId } from '#data/records/found.ts';

/** An open file, or several, of licences. */
export type LicenceFile = Extract<OpenFile, { programme: 'apple-licences' }>;

/** Where lists come from: a file that was opened, or Apple itself. */
export type LicenceSource = Pick<
  LicenceFile,
  'name' | 'digest' | 'whole' | 'sheets' | 'mapped' | 'rows'
> &
  Partial<Pick<LicenceFile, 'files'>> &
  Pick<IncomingLists, 'isSync'>;

/** A dry run of lists of licences: what would happen, and what is needed to do it. */
export type LicenceDryRun = {
  readonly programme: 'apple-licences';
  readonly file: IncomingLists;
  readonly plan: ListPlan;
  readonly known: KnownLicences;
  readonly waiting: LicenceSource;
};

/** Tries lists of licences out. Ids that were made are kept from one try to the next. */
export const licenceTrial = ({
  records,
  vault,
}: ImportParts): Trial<LicenceSource, LicenceDryRun> => {
  const { idOf, make } = keyedIds(vault);
  const plan = async (
    rest: Omit<LicenceDryRun, 'plan'>,
    choice: Choice,
    watched: Watched,
  ): Promise<LicenceDryRun> => {
    const { signal } = watched;
    const tokens = tokenKeys(rest.file);
    await make(tokens, watched);
    const keys = await inTurns(listKeys(rest.file, rest.known, choice), signal);
    await make(keys, watched);
    const ofLicences = await inTurns(licenceKeys(rest.file, rest.known, choice), signal);
    await make(ofLicences, watched);
    const known = await withOthers(rest.known, records, [...tokens, ...keys, ...ofLicences]);
    return { ...rest, known, plan: await inTurns(planListRows(rest.file, known, choice), signal) };
  };
  return {
    try: async (waiting, answers, choice, watched = {}) => {
      const rows = (await waiting.rows(answers)).flatMap((list) => list.rows) as ListRow[];
      watched.signal?.throwIfAborted();
      const file = {
        ...(await keyedSources(waiting, vault)),
        rows,
        whole: waiting.whole,
        isSync: waiting.isSync,
      };
      const read = { today: records.doing().today, dayOf: dayOfMoment };
      const known = { ...(await readKnown(file, records)), ...read, idOf };
      return plan({ programme: 'apple-licences', file, known, waiting }, choice, watched);
    },
    again: ({ plan: _, ...rest }, choice) => plan(rest, choice, {}),
  };
};

/** What is known, with what else is in the places of what the lists bring. */
const withOthers = async (
  known: KnownLicences,
  records: ImportParts['records'],
  keys: readonly RecordKey[],
): Promise<KnownLicences> => {
  const others = await ofOtherKind(records, keys, known.idOf);
  return { ...known, strange: new Set([...known.strange, ...others.map(({ id }) => id)]) };
};

const OF_LICENCES: readonly ListValue['is'][] = ['assignment', 'holding', 'install'];

/**
 * Reads what the store knows already, as far as lists touch it: licences only where some are named,
 * a whole list may miss some, or people may get a location, which is not another than their
 * licences'.
 */
const readKnown = async (
  { rows, whole }: IncomingLists,
  records: ImportParts['records'],
): Promise<Omit<KnownLicences, 'idOf' | keyof ReadOn>> => {
  const isOfLicences =
    whole.length > 0 || rows.some((row) => row.outcome === 'value' && OF_LICENCES.includes(row.is));
  const names = (what: ListValue['is']): boolean =>
    rows.some((row) => row.outcome === 'value' && row.is === what);
  const all = async <Id extends KindId>(kind: Id, isNeeded = true): Promise<Found<Id>[]> =>
    isNeeded ? records.find({ kind, trashed: true }) : [];
  const users = await all('volume-user');
  const mayPlace = names('person') && users.filter(isFine).some(({ data }) => !isPlaced(data));
  const [apps, tokens, licences, deployments, workspace] = await Promise.all([
    all('volume-app'),
    names('token') ? all('content-token') : records.find({ kind: 'content-token' }),
    all('assigned-licence', isOfLicences || mayPlace),
    all('app-deployment', names('deployment')),
    workspaceIn(records),
  ]);
  const strange = [...apps, ...users, ...tokens, ...licences, ...deployments].filter(
    (record) => conditionOf(record) !== 'fine',
  );
  return {
    apps: apps.filter(isFine),
    users: users.filter(isFine),
    licences: licences.filter(isFine),
    tokens: tokens.filter(isFine),
    deployments: deployments.filter(isFine),
    edition: workspace?.data.accountsEdition,
    strange: new Set(strange.map(({ id }) => id)),
  };
};
