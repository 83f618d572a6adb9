import type { KindId } from '#programmes/kinds.ts';
import type { Step } from '#core/record/step.ts';

type Said = readonly [kind: string, data?: Step['data']];

const file = (fingerprint: string) => ({
  to: '2027-06-08',
  expiresAt: '2027-06-08T09:26:53Z',
  fingerprint,
  innerFingerprint: 'e'.repeat(64),
});
const [first, next] = ['f'.repeat(64), 'd'.repeat(64)];
const byApple = { source: 'apple', file: next };

/** All kinds of steps that are written on a record of each kind, with all that they carry. */
const SAID: Readonly<Partial<Record<KindId, readonly Said[]>>> = {
  'credit-order': [
    ...(
      [
        'ordered',
        'validated',
        'ready',
        'downloaded',
        'resend-requested',
        'resent',
        'spent',
      ] as const
    ).map((kind): Said => [kind]),
    ...(['rejected', 'lost', 'cancelled'] as const).map((kind): Said => [kind]),
    ['redeemed', { account: 'bok@nordby.example', place: 'Nordby', by: 'codes' }],
    ['other-order', { order: 'order-2' }],
  ],
  'redemption-code': [
    ['revealed', { reason: 'redeem' }],
    ['handed-out', { to: 'Klass 7B' }],
    ['redeemed', { account: 'bok@nordby.example', place: 'Nordby' }],
  ],
  'content-purchaser': [['validated'], ['rejected']],
  'content-token': [
    ['taken', file(first)],
    ['signed-in'],
    ['downloaded'],
    ['uploaded'],
    ['renewed', { until: '2026-06-08', was: '2026-05-01', ...file(next) }],
    ['checked', byApple],
    ...(['revoked', 'invalid', 'duplicate', 'found-valid'] as const).map((kind): Said => [
      kind,
      { file: next },
    ]),
    ['claimed', { ...byApple, holder: 'mdm-2' }],
  ],
  'volume-app': [
    ['assigned', { count: '12' }],
    ['taken-back', { count: '2' }],
    ['counted', { from: '120', to: '130' }],
    ['counted', { from: 'unlimited', to: '140' }],
  ],
  'volume-user': ['invited', 'reminded', 'accepted', 'revealed', 'retired', 'returned'].map(
    (kind): Said => [kind],
  ),
  'assigned-licence': [
    'assigned',
    'uninstall-asked',
    'stays',
    'app-gone',
    'taken-back',
    'not-listed',
  ].map((kind): Said => [kind]),
  'app-deployment': [
    ['deployed', { intent: 'required' }],
    ['intent-changed', { intent: 'available' }],
    ['ended'],
  ],
  'vip-customer': [
    ['invited'],
    ['terms-accepted'],
    ['renewal-closed', { anniversary: '2027-04-19' }],
    ['renewal-declined', { anniversary: '2028-04-19' }],
  ],
  'purchase-authorization': [
    ['authorized'],
    ['line-removed', { line: 'a', quantity: '2' }],
    ['ordered', { order: 'vip-order-1', orderNumber: '77000412', line: 'a' }],
    ['due-stated', { due: '2026-12-24' }],
    ['expiry-noted', { due: '2026-12-24' }],
    ['authorization-withdrawn'],
  ],
  'vip-order': [['order-placed'], ['invoice-explained', { line: 'a' }]],
  'return-authorization': [
    ['return-asked'],
    ['return-granted'],
    ['return-denied'],
    ['credit-explained'],
  ],
  'invoice-line': [
    ['line-accepted'],
    ['line-explained'],
    ['line-not-ours'],
    ['line-paired', { order: 'vip-order-1', line: 'a' }],
  ],
  device: [['shut-out'], ['came-back']],
  'import-run': [['started'], ['imported'], ['undone']],
};

const stepOf = ([kind, data]: Said, at: number): Step => ({
  id: `every-${at}`,
  kind,
  on: '2026-11-20',
  at: 1_795_158_000_000 + at,
  by: 'sara',
  ...(data === undefined ? {} : { data }),
});

/**
 * A step of each kind that is written on a record of a kind; the last of them corrected, and then
 * taken back.
 */
export const everyStepOf = (id: KindId): Step[] => {
  const steps = (SAID[id] ?? []).map(stepOf);
  const last = steps.at(-1);
  if (last === undefined) return [];
  const { at } = last;
  return [
    ...steps,
    { ...last, id: 'every-corrected', at: at + 1, note: 'n', corrects: last.id, reason: 'r' },
    {
      id: 'every-withdrawn',
      kind: 'withdrawn',
      on: '2026-11-20',
      at: at + 2,
      by: 'sara',
      withdraws: last.id,
      reason: 'r',
    },
  ];
};

/** The kinds of all of them. */
export const everyStepKind = (): ReadonlySet<string> =>
  new Set(Object.values(SAID).flatMap((steps) => steps.map(([kind]) => kind)));
