import type { Doing } from '#core/record/kind.ts';
import type { Draft } from '#core/record/record.ts';
import { ok, refuse } from '#core/result.ts';
import { longTexts } from '#core/text/long-texts.ts';
import { missingIn, WITHDRAWN, withStep } from '#core/record/step.ts';
import { readAdamId } from './adam-id.ts';
import { countsOf, sourceCountsNow } from './app-counts.ts';
import { STANDARD_QUALITY } from '../licence/licence-line.ts';
import { assignedMore } from './licence-stock.ts';
import { COUNTED, NO_LIMIT, type VolumeApp, type VolumeAppData } from './volume-app.ts';
import type { AppProblem, AppResult } from './app-problem.ts';
import type { LicenceResult } from '../licence/licence-problem.ts';

/**
 * What a person says of an app: its number or its address in the App Store, and how many licences
 * are owned.
 */
export type AppInput = {
  readonly name: string;
  readonly adamId: string;
  readonly location: string;
  readonly productType: string;
  /** A whole number as typed; '' where it is not known. */
  readonly owned: string;
  /** The own line, as typed; '' for the house's. */
  readonly lowAt: string;
};

/** A form before anything is typed. */
export const BLANK_APP: AppInput = {
  name: '',
  adamId: '',
  location: '',
  productType: 'App',
  owned: '',
  lowAt: '',
};

/** A whole number as typed, undefined when nothing is, or `'none'` when it is no such number. */
const typedCount = (typed: string): number | undefined | 'none' => {
  const text = typed.replace(/\s/g, '');
  if (text === '') return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : 'none';
};

/** All that is wrong with what a form gives, field by field in its order. */
export const appInputProblems = (input: AppInput): readonly AppProblem[] => {
  const isNumber = input.adamId.trim() === '' || readAdamId(input.adamId) !== undefined;
  return [
    ...(input.name.trim() === '' ? [refuse('app-name-needed', 'name').problem] : []),
    ...(isNumber ? [] : [refuse('not-an-adam-id', 'adamId').problem]),
    ...(['owned', 'lowAt'] as const)
      .filter((field) => typedCount(input[field]) === 'none')
      .map((field) => refuse('not-a-whole-count', field).problem),
    ...longTexts(input),
  ];
};

/**
 * Enters an app by hand, or changes the details of one. `others` are the existing apps.
 */
export const writeApp = (
  before: VolumeApp | { readonly id: string },
  input: AppInput,
  others: readonly VolumeApp[],
  doing: Doing,
): AppResult<Draft<VolumeAppData>> => {
  const [problem] = appInputProblems(input);
  if (problem !== undefined) return { ok: false, problem };
  const { adamId, owned, lowAt } = readInput(input);
  const known = 'data' in before ? before : undefined;
  const [name, location] = [input.name.trim(), input.location.trim()];
  const pricingParam = known?.data.pricingParam ?? STANDARD_QUALITY;
  const same = appHere(before.id, { adamId, pricingParam, location }, others);
  if (same !== undefined) return refuse('app-is-here', 'adamId', { name: same.data.name });
  const { lowAt: _line, ...rest } = known?.data ?? { v: 1, locationId: '', pricingParam };
  const isOther = owned !== undefined && (known === undefined || owned !== countsOf(known).owned);
  const { said, steps } = isOther
    ? countedByHand(known, owned, doing)
    : { said: known?.data.said, steps: known?.steps ?? [] };
  const data: VolumeAppData = {
    ...rest,
    name,
    adamId,
    location,
    productType: input.productType,
    ...(said === undefined ? {} : { said }),
    ...(lowAt === undefined ? {} : { lowAt }),
  };
  const { id } = before;
  return ok({
    id,
    kind: 'volume-app',
    programme: 'apple-licences',
    parent: '',
    data,
    steps,
    clashes: known?.clashes ?? [],
  });
};

/**
 * Another one of these apps with the same number at the same place; undefined where there is none.
 */
export const appHere = (
  id: string,
  data: Pick<VolumeAppData, 'adamId' | 'pricingParam' | 'location'>,
  others: readonly VolumeApp[],
): VolumeApp | undefined => others.find((other) => other.id !== id && isSameApp(other, data));

/**
 * Undoes what `writeApp` wrote: the app gets the fields in `back`, and the step for it is
 * withdrawn. What has come from elsewhere since stays.
 */
export const unwriteApp = (
  app: VolumeApp,
  back: VolumeAppData,
  { before, after }: Readonly<Record<'before' | 'after', Pick<VolumeApp, 'steps'>>>,
  doing: Doing,
): AppResult<Draft<VolumeAppData>> => {
  const written = missingIn(before.steps, after.steps).map(({ id }) => id);
  const steps = written.reduce(
    (all, withdraws) => withStep(all, { kind: WITHDRAWN, on: doing.today, withdraws }, doing),
    [...app.steps],
  );
  return ok({ ...app, data: back, steps });
};

/** What is typed, once nothing is wrong with it. */
const readInput = (
  input: AppInput,
): {
  readonly adamId: string;
  readonly owned: number | undefined;
  readonly lowAt: number | undefined;
} => {
  const [owned, lowAt] = [typedCount(input.owned), typedCount(input.lowAt)];
  return {
    adamId: readAdamId(input.adamId) ?? '',
    owned: owned === 'none' ? undefined : owned,
    lowAt: lowAt === 'none' ? undefined : lowAt,
  };
};

/** An app without a number has no identity: two of those may have the same name. */
const isSameApp = (
  { data, trashedOn }: VolumeApp,
  { adamId, pricingParam, location }: Pick<VolumeAppData, 'adamId' | 'pricingParam' | 'location'>,
): boolean =>
  trashedOn === '' &&
  adamId !== '' &&
  data.adamId === adamId &&
  data.pricingParam === pricingParam &&
  data.location.toLowerCase() === location.toLowerCase();

/**
 * The counts with this many owned, and the steps including the one for it; a new app begins with
 * them.
 */
const countedByHand = (
  known: VolumeApp | undefined,
  owned: number,
  doing: Doing,
): Required<Pick<VolumeAppData, 'said'>> & Pick<VolumeApp, 'steps'> => {
  const counts = { ...owns(known, owned), source: '', asOf: doing.today };
  if (known === undefined) return { said: { ...counts, at: doing.now }, steps: [] };
  const before = countsOf(known);
  const data = {
    from: before.unlimited ? NO_LIMIT : String(before.owned ?? ''),
    to: String(owned),
  };
  const steps = withStep(known.steps, { kind: COUNTED, on: doing.today, data }, doing);
  // What was given by hand is in it, also by a device whose clock is ahead.
  return { said: { ...counts, at: steps.at(-1)?.at ?? doing.now }, steps };
};

/** The counts once so many are owned: what is assigned stays. */
const owns = (known: VolumeApp | undefined, owned: number) => {
  const { assigned = 0, retired } = known === undefined ? {} : countsOf(known);
  return { total: owned, assigned, ...(retired === undefined ? {} : { retired }) };
};

/**
 * Gives so many licences by hand. Refused when fewer are free, or nobody knows how many:
 * `too-few-licences`, `free-unknown`.
 */
export const giveLicences = (
  app: VolumeApp,
  count: number,
  doing: Doing,
): LicenceResult<Draft<VolumeAppData>> => {
  const given = assignedMore(sourceCountsNow(app), count);
  return given.ok ? ok(withMove(app, 'assigned', count, doing)) : given;
};

/** Takes so many licences back by hand; refused when fewer are given. */
export const takeLicencesBack = (
  app: VolumeApp,
  count: number,
  doing: Doing,
): LicenceResult<Draft<VolumeAppData>> => {
  const { assigned } = countsOf(app);
  if (!Number.isSafeInteger(count) || count < 1) return refuse('not-a-whole-count', 'count');
  // If nobody said how many are assigned, the licences here show it.
  if (assigned !== undefined && assigned < count)
    return refuse('fewer-given', 'count', { assigned });
  return ok(withMove(app, 'taken-back', count, doing));
};

const withMove = (
  app: VolumeApp,
  kind: string,
  count: number,
  doing: Doing,
): Draft<VolumeAppData> => ({
  ...app,
  steps: withStep(app.steps, { kind, on: doing.today, data: { count: String(count) } }, doing),
});
