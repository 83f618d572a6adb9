import fc from 'fast-check';

/** What someone does on a device; `of` and `to` choose among what is there then. */
export const WRITES = [
  'make-order',
  'edit-order',
  'step-order',
  'correct-step',
  'trash',
  'restore',
  'make-batch',
  'rename-batch',
  'hand-out',
  'redeem',
  'correct-hand-out',
  'take-back',
  'make-purchaser',
  'edit-purchaser',
  'judge-purchaser',
  'settings',
  'mapping',
  'answer',
  'delete',
] as const;

/** Writes of fields whose values no history tells. */
export const QUIET_WRITES = [
  'link-order',
  'import-order',
  'map-again',
  'note-opened',
  'decide',
  'name-device',
  'say-whose',
  'new-kit',
] as const;

/** One of these. */
export type QuietName = (typeof QUIET_WRITES)[number];

/** Any write. */
export type WriteName = (typeof WRITES)[number] | QuietName;

/** What befalls a device or its line. */
export type Befalls =
  | { readonly act: 'kill' | 'restart' | 'offline' | 'online'; readonly on: number }
  | { readonly act: 'clock'; readonly on: number; readonly ms: number }
  | { readonly act: 'new-keys' | 'learn-keys'; readonly on: number }
  /** All is compared again, as once a week. */
  | { readonly act: 'compare'; readonly on: number }
  /** A member lets a device only read from now on, or change as well. */
  | { readonly act: 'reads' | 'changes'; readonly on: number }
  /** Someone makes a backup on a device, or merges the newest one that was made into it. */
  | { readonly act: 'back-up' | 'take-in'; readonly on: number }
  /**
   * A device is used for so many days, and looks each time for what has been in the trash for long
   * enough.
   */
  | { readonly act: 'live'; readonly on: number; readonly days: readonly number[] }
  /** What the network held back arrives. */
  | { readonly act: 'deliver' };

/** One move of a round. `turns` is how often the others get a turn before the next move. */
export type Move = { readonly turns: number } & (
  | {
      readonly act: 'write';
      readonly on: number;
      readonly what: WriteName;
      readonly of: number;
      readonly to: number;
    }
  | Befalls
);

/** What one round does: the same for a seed each time. */
export type Script = {
  /** How far off each device's clock is (ms). */
  readonly skews: readonly number[];
  readonly moves: readonly Move[];
  readonly putBack: { readonly copy: number; readonly back: number } | undefined;
};

const TWO_DAYS = 2 * 86_400_000;

const on = fc.nat(2);
const turns = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
);
const skew = fc.integer({ min: -TWO_DAYS, max: TWO_DAYS });

const OFTEN: readonly WriteName[] = [
  'make-order',
  'edit-order',
  'edit-order',
  'edit-order',
  'step-order',
  'make-batch',
  'answer',
];

/** Little else than what two devices make and take back for themselves, under one id. */
const TWINS: readonly WriteName[] = ['make-batch', 'delete'];

const writeOf = (what: fc.Arbitrary<WriteName>) =>
  fc.record({
    act: fc.constant('write' as const),
    on,
    turns,
    of: fc.nat(99),
    to: fc.nat(9_999),
    what,
  });

const entry = (
  weight: number,
  act: Befalls['act'],
  more: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
) => ({
  weight,
  arbitrary: fc.record({ act: fc.constant(act), on, turns, ...more }) as fc.Arbitrary<Move>,
});

const moveOf = (what: fc.Arbitrary<WriteName>): fc.Arbitrary<Move> =>
  fc.oneof(
    { weight: 120, arbitrary: writeOf(what) },
    entry(6, 'kill'),
    entry(4, 'restart'),
    entry(5, 'offline'),
    entry(9, 'online'),
    entry(4, 'clock', { ms: skew }),
    entry(12, 'deliver'),
    entry(4, 'learn-keys'),
    entry(1, 'new-keys'),
  );

const movesOf = (what: fc.Arbitrary<WriteName>): fc.Arbitrary<Move[]> =>
  fc.array(moveOf(what), { minLength: 30, maxLength: 45, size: 'max' });

/**
 * Before which moves the server is copied and put back; most rounds have none of it, since it needs
 * a disk.
 */
const putBack = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.record({
      copy: fc.integer({ min: 3, max: 15 }),
      back: fc.integer({ min: 16, max: 32 }),
    }),
  },
);

const script: fc.Arbitrary<Script> = fc.record({
  skews: fc.array(skew, { minLength: 3, maxLength: 3 }),
  moves: fc.oneof(
    {
      weight: 5,
      arbitrary: movesOf(fc.oneof(fc.constantFrom(...OFTEN), fc.constantFrom(...WRITES))),
    },
    { weight: 1, arbitrary: movesOf(fc.constantFrom(...TWINS)) },
  ),
  putBack,
});

/** What else happens, before one of a round's moves. */
type Another = { readonly at: number; readonly moves: readonly Move[] };

const alone = (move: fc.Arbitrary<Move>): fc.Arbitrary<readonly Move[]> =>
  move.map((only) => [only]);

const quiet = writeOf(fc.constantFrom(...QUIET_WRITES)) as fc.Arbitrary<Move>;

const ONE_DAY_A_WEEK = [7, 7, 7, 7, 7];

/**
 * Some is thrown away and stays in the trash until its time is over; others may write in it then.
 */
const thrown: fc.Arbitrary<readonly Move[]> = fc
  .record({
    where: on,
    throws: fc.array(writeOf(fc.constant('trash')), { minLength: 1, maxLength: 4 }),
    other: writeOf(fc.constantFrom('restore', 'edit-order', 'edit-purchaser', 'link-order')),
    // A clock that is turned by a month at once has lived through none of it.
    days: fc.constantFrom<readonly number[]>(ONE_DAY_A_WEEK, ONE_DAY_A_WEEK, [31]),
  })
  .map(({ where, throws, other, days }) => [
    ...throws.map((move): Move => ({ ...move, on: where })),
    other,
    { act: 'live' as const, on: where, days, turns: 0 },
  ]);

/**
 * A backup, and what it is good for; it may be taken in where another one wrote since, or deleted.
 */
const backedUp = alone(fc.oneof(entry(1, 'back-up').arbitrary, entry(2, 'take-in').arbitrary));

/** For most of the rest of a round, or until someone lets it change again. */
const reading = alone(fc.oneof(entry(3, 'reads').arbitrary, entry(2, 'changes').arbitrary));

/**
 * All that a round has beside its own moves; drawn by itself, so that it changes no round but by
 * being there.
 */
const others: fc.Arbitrary<Another[]> = fc.array(
  fc.record({
    at: fc.integer({ min: 5, max: 40 }),
    moves: fc.oneof(
      { weight: 10, arbitrary: alone(quiet) },
      { weight: 2, arbitrary: thrown },
      { weight: 2, arbitrary: alone(entry(1, 'compare').arbitrary) },
      { weight: 2, arbitrary: reading },
      { weight: 2, arbitrary: backedUp },
    ),
  }),
  { maxLength: 14, size: 'max' },
);

const woven = (moves: readonly Move[], more: readonly Another[]): Move[] => {
  const before = Map.groupBy(more, ({ at }) => Math.min(at, moves.length - 1));
  return moves.flatMap((move, at) => [
    ...(before.get(at) ?? []).flatMap((another) => another.moves),
    move,
  ]);
};

/** The round of a seed. */
export const scriptOf = (seed: number): Script => {
  const [round] = fc.sample(script, { seed, numRuns: 1 }) as [Script];
  const [more] = fc.sample(others, { seed: -seed, numRuns: 1 }) as [Another[]];
  return { ...round, moves: woven(round.moves, more) };
};
