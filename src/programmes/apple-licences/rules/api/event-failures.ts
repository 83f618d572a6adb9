import { isJsonObject, type JsonObject } from './json-object.ts';
import { assetKey, type Asset } from './requests.ts';

/** Whom one task of an event is for. */
export type Target = { readonly clientUserId: string } | { readonly serialNumber: string };

/** One part of what was asked for: an asset, where the request has any, for one target. */
export type OpenTask = { readonly asset: Asset | undefined; readonly target: Target };

/** One failure of an event: its number, and what it names. */
export type Failure = {
  readonly number: number;
  readonly assets: readonly string[];
  readonly targets: readonly string[];
};

/** The failures of an event. One without a number says nothing. */
export const readFailures = (failures: unknown): readonly Failure[] =>
  objectsOf(failures).flatMap(({ errorNumber, errorInfo }) => {
    const info = isJsonObject(errorInfo) ? errorInfo : {};
    return typeof errorNumber === 'number' ? [{ number: errorNumber, ...namedIn(info) }] : [];
  });

const namedIn = (info: JsonObject): Pick<Failure, 'assets' | 'targets'> => ({
  assets: objectsOf(info['assets']).map(({ adamId, pricingParam }) =>
    assetKey({ adamId: String(adamId), pricingParam: String(pricingParam) }),
  ),
  targets: [
    ...textsOf(info['clientUserIds']).map((clientUserId) => targetKey({ clientUserId })),
    ...textsOf(info['serialNumbers']).map((serialNumber) => targetKey({ serialNumber })),
  ],
});

const objectsOf = (value: unknown): readonly JsonObject[] =>
  (Array.isArray(value) ? value : []).filter(isJsonObject);

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).filter((entry) => typeof entry === 'string');

const targetKey = (target: Target): string =>
  'serialNumber' in target ? `device ${target.serialNumber}` : `user ${target.clientUserId}`;

const NO_ASSET = '';

const assetOf = ({ asset }: OpenTask): string => (asset === undefined ? NO_ASSET : assetKey(asset));

const keyOf = (asset: string, target: string): string => `${asset}\n${target}`;

/** One name for a task, to look its failure up by. */
export const taskKey = (task: OpenTask): string => keyOf(assetOf(task), targetKey(task.target));

/**
 * The number of each task that a failure names; if a task failed twice, the first failure
 * counts.
 */
export const namedFailures = (
  failures: readonly Failure[],
  all: readonly OpenTask[],
): ReadonlyMap<string, number> => {
  const sent = new Set(all.map(taskKey));
  const sentAssets = [...new Set(all.map(assetOf))];
  const sentTargets = [...new Set(all.map(({ target }) => targetKey(target)))];
  const named = new Map<string, number>();
  for (const { number, assets, targets } of failures.filter((failure) => !isUnnamed(failure))) {
    // A request without assets has none to compare: its targets tell the task.
    for (const asset of assets.length === 0 || sentAssets[0] === NO_ASSET ? sentAssets : assets)
      for (const target of targets.length === 0 ? sentTargets : targets) {
        const key = keyOf(asset, target);
        if (sent.has(key) && !named.has(key)) named.set(key, number);
      }
  }
  return named;
};

const isUnnamed = ({ assets, targets }: Failure): boolean =>
  assets.length === 0 && targets.length === 0;

/** The number of the failures that name nothing, when they agree on one. */
export const unnamedNumber = (failures: readonly Failure[]): number | undefined => {
  const numbers = new Set(failures.filter(isUnnamed).map(({ number }) => number));
  return numbers.size === 1 ? [...numbers][0] : undefined;
};
