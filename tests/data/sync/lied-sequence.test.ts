import { expect, test } from 'vitest';
import { sequenceIn } from '#data/sync/couch/couch-answers.ts';
import type { Device, Network } from './devices.ts';
import { amountOn, isChanges, openLine, order, pairInStep, PATIENT, setAmount } from './world.ts';

/**
 * The first page with news ends at a made-up place; from then on the server is honest. `asked`
 * counts what it refuses.
 */
const lyingOnce = (seq: string) => {
  const seen = { asked: 0, lies: 0, refused: 0 };
  const network: Network = async (request, answer) => {
    if (!isChanges(request)) return answer();
    seen.asked += 1;
    const answered = await answer();
    if (!answered.ok) seen.refused += 1;
    if (!answered.ok || seen.lies > 0) return answered;
    const page = (await answered.json()) as { results: unknown[] };
    if (page.results.length === 0) return Response.json(page);
    seen.lies += 1;
    return Response.json({ ...page, last_seq: seq });
  };
  return { seen, network };
};

const followsAgain = async (phone: Device, tablet: Device, amount: string) => {
  await setAmount(tablet, amount);
  await expect.poll(() => amountOn(phone), PATIENT).toBe(amount);
  await setAmount(phone, '78.00');
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('78.00');
};

test.each([
  ['that its own server does not take', 'zzz'],
  ['that is too long to ask with', '9'.repeat(20_000)],
  ['that no address carries, half a letter', '\ud800'],
])(
  'X9: a device follows an honest server again after one page that ended at a place %s',
  async (_, seq) => {
    const line = openLine();
    const { phone, tablet } = await pairInStep({ network: line.network });
    const { seen, network } = lyingOnce(seq);
    line.obey(network);
    await expect.poll(() => seen.asked, PATIENT).toBeGreaterThan(0);
    await tablet.records.create(order('news'));
    await expect.poll(() => seen.lies, PATIENT).toBe(1);
    await followsAgain(phone, tablet, '77.00');
    expect(await amountOn(phone, 'news')).toBe('25000.00');
  },
);

test('X9: nor after a restart: what was kept is dropped', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  const { seen, network } = lyingOnce('zzz');
  let isOpen = true;
  // Nothing follows the lie before the device is closed.
  line.obey(async (request, answer) => {
    if (!isOpen) throw new TypeError('Failed to fetch');
    const answered = await network(request, answer);
    if (seen.lies > 0 && isChanges(request)) isOpen = false;
    return answered;
  });
  await expect.poll(() => seen.asked, PATIENT).toBeGreaterThan(0);
  await tablet.records.create(order('news'));
  await expect.poll(() => amountOn(phone, 'news'), PATIENT).toBe('25000.00');
  await phone.disconnect();
  isOpen = true;
  line.obey(network);
  await phone.connect();
  await followsAgain(phone, tablet, '77.00');
  expect(seen.refused).toBeGreaterThan(0);
});

type Kept = { readonly itemId?: string; readonly checkpointData?: { seq?: string } };
type Memory = {
  readonly collectionStates: ReadonlyMap<string, { readonly documents: ReadonlyMap<string, Kept> }>;
};

/** What RxDB keeps of up to where that device has pulled. */
const keptPlaces = ({ collection }: Device): Required<Kept>['checkpointData'][] => {
  const { collectionStates } = collection.database.storage as unknown as Memory;
  const all = [...collectionStates].filter(([name]) => name.startsWith(collection.database.name));
  const kept = all.flatMap(([, { documents }]) => [...documents.values()]);
  return kept.flatMap(({ itemId, checkpointData }) =>
    itemId === 'down' && checkpointData ? [checkpointData] : [],
  );
};

test('X9: nor is a device kept from it by half a letter that an older version took in', async () => {
  const { phone, tablet } = await pairInStep();
  await tablet.records.create(order('news'));
  await expect.poll(() => amountOn(phone, 'news'), PATIENT).toBe('25000.00');
  await phone.disconnect();
  const places = keptPlaces(phone);
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) place.seq = '\ud800';
  await phone.connect();
  await followsAgain(phone, tablet, '77.00');
});

test('X9: a server that never takes a place has all compared once a run, and no more', async () => {
  const line = openLine();
  const { phone } = await pairInStep({ network: line.network });
  let [refused, begun] = [0, 0];
  line.obey(async (request, answer) => {
    if (!isChanges(request)) return answer();
    if (request.url.includes('since=0')) {
      begun += 1;
      return answer();
    }
    refused += 1;
    return Response.json({ error: 'bad_request', reason: 'no' }, { status: 400 });
  });
  phone.sync.tryNow();
  await expect.poll(() => refused, PATIENT).toBeGreaterThan(8);
  expect(begun).toBe(1);
  line.obey();
  phone.sync.tryNow();
  await expect
    .poll(() => phone.sync.status$, PATIENT)
    .toMatchObject({ value: { state: 'in-step' } });
});

test('X8: a database that is not there is compared with nothing', async () => {
  const line = openLine();
  const { phone } = await pairInStep({ network: line.network });
  let refused = 0;
  line.obey(async () => {
    refused += 1;
    return Response.json(
      { error: 'not_found', reason: 'Database does not exist.' },
      { status: 404 },
    );
  });
  phone.sync.tryNow();
  await expect.poll(() => refused, PATIENT).toBeGreaterThan(8);
  expect(await phone.store.get('epoch')).toBeUndefined();
});

test('X8: the sequences of a CouchDB have room', () => {
  for (const seq of [`12-${'g'.repeat(1_900)}`, '7', 7])
    expect(sequenceIn({ last_seq: seq }, 'last_seq')).toBe(seq);
  expect(() => sequenceIn({ last_seq: '9'.repeat(6_001) }, 'last_seq')).toThrow('another form');
});
