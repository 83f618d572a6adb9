/**
 * Why the device's store took nothing: no room, or closed by the browser, which it also does when
 * it finds the disk full.
 */
export type StoreTrouble = 'full' | 'stopped';

/** As the browser and the storage call it. */
const STOPPED = [
  'SecurityError',
  'StorageError',
  'InvalidStateError',
  'UnknownError',
  'TransactionInactiveError',
];

type Failed = {
  readonly name?: unknown;
  readonly cause?: unknown;
  readonly parameters?: unknown;
};

const isFailed = (value: unknown): value is Failed => typeof value === 'object' && value !== null;

/**
 * The names of an error and of those that it was made of; RxDB packs one into the other.
 */
const namesIn = (error: unknown, depth = 4): string[] => {
  if (!isFailed(error) || depth === 0) return [];
  const parameters = isFailed(error.parameters) ? Object.values(error.parameters) : [];
  return [
    String(error.name ?? ''),
    ...[error.cause, ...parameters].flatMap((inside) => namesIn(inside, depth - 1)),
  ];
};

/** What became of the store, as an error tells; undefined when it tells of something else. */
export const storeTroubleOf = (error: unknown): StoreTrouble | undefined => {
  const names = namesIn(error);
  if (names.includes('QuotaExceededError')) return 'full';
  return names.some((name) => STOPPED.includes(name)) ? 'stopped' : undefined;
};
