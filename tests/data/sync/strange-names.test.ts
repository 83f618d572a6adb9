import { expect, test } from 'vitest';
import type { Network } from './devices.ts';
import { amountOn, inStep, isChanges, openLine, pairInStep, PATIENT, setAmount } from './world.ts';

/**
 * The first page, or so many, have documents of these names at their end; from then on the server
 * is honest.
 */
const showingOnce = (ids: readonly string[], rev = '1-a', times = 1) => {
  let shown = 0;
  const network: Network = async (request, answer) => {
    if (!isChanges(request) || shown >= times) return answer();
    shown += 1;
    const page = (await (await answer()).json()) as { results: object[] };
    return Response.json({
      ...page,
      results: [...page.results, ...ids.map((_id) => ({ id: _id, doc: { _id, _rev: rev } }))],
    });
  };
  return { network, shown: () => shown };
};

/** A device that was shown that, after the mark is written that it agrees with the server. */
const shown = async ({ network }: ReturnType<typeof showingOnce>) => {
  const line = openLine();
  const { phone, tablet, server } = await pairInStep({ network: line.network });
  await phone.disconnect();
  line.obey(network);
  await setAmount(tablet, '12.00');
  await inStep(tablet);
  await phone.connect();
  await expect.poll(() => amountOn(phone), PATIENT).toBe('12.00');
  return { phone, tablet, server };
};

type Pair = Pick<Awaited<ReturnType<typeof shown>>, 'phone' | 'tablet'>;

/** Also after a look whether the server went back. */
const goesOn = async ({ phone, tablet }: Pair): Promise<void> => {
  await phone.disconnect();
  await phone.connect();
  await setAmount(phone, '13.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('13.00');
  await setAmount(tablet, '14.00');
  await expect.poll(() => amountOn(phone), PATIENT).toBe('14.00');
};

const NAMES = [
  ['__proto__', ['__proto__']],
  ['what no server takes for a name', ['_x', 'half-\ud800']],
  ['five names of a million letters', [1, 2, 3, 4, 5].map((at) => `${at}${'n'.repeat(1_000_000)}`)],
] as const;

test.each(NAMES)(
  'X9: a server that once showed %s is looked at again, and counted with',
  async (_, ids) => {
    const pair = await shown(showingOnce(ids));
    const { phone } = pair;
    await expect.poll(() => phone.kept.get('unreadable-beyond'), PATIENT).toBe(String(ids.length));
    expect([...phone.sync.unreadable]).toEqual([]);
    await goesOn(pair);
    expect(phone.kept.get('seen')?.length).toBeLessThan(1_000);
    expect(await phone.sync.oneSided(true)).toEqual({ missing: 0, lacking: 0 });
  },
);

test.each(NAMES)(
  'X9: each is counted once, though a server shows %s three times',
  async (_, ids) => {
    const showing = showingOnce(ids, '1-a', 3);
    const { phone, tablet } = await shown(showing);
    for (const amount of ['13.00', '14.00', '15.00']) {
      await setAmount(tablet, amount);
      await expect.poll(() => amountOn(phone), PATIENT).toBe(amount);
    }
    expect(showing.shown()).toBe(3);
    expect(phone.sync.unreadableBeyond()).toBe(ids.length);
  },
);

test('X9: a revision of a million letters is not asked for again', async () => {
  const pair = await shown(showingOnce(['order-9'], `1-${'a'.repeat(1_000_000)}`));
  expect(pair.phone.kept.get('seen')?.length ?? 0).toBeLessThan(1_000);
  await goesOn(pair);
  expect([...pair.phone.sync.unreadable]).toEqual(['order-9']);
});

test.each(NAMES)('X9: nor is a device kept by %s that an older version noted', async (_, ids) => {
  const { phone, tablet } = await pairInStep();
  await phone.disconnect();
  await phone.store.set('seen', { pulled: ids.map((id) => ({ id, rev: '1-a' })) });
  await phone.store.set('unreadable', ids);
  await phone.connect();
  expect([[...phone.sync.unreadable], phone.sync.unreadableBeyond()]).toEqual([[], ids.length]);
  await goesOn({ phone, tablet });
});

/** A network whose proxy carries no request longer than that. */
const carrying =
  (most: number): Network =>
  async (request, answer) => {
    const isTooLong = (await request.clone().text()).length > most;
    return isTooLong ? Response.json({ error: 'too_large' }, { status: 413 }) : answer();
  };

test('X9: nor by a name that a proxy in between does not carry', async () => {
  const { phone, tablet } = await pairInStep({ network: carrying(100_000) });
  await phone.disconnect();
  await phone.store.set('seen', { pulled: [{ id: 'n'.repeat(200_000), rev: '1-a' }] });
  await phone.connect();
  await goesOn({ phone, tablet });
});
