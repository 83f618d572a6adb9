import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Network } from './devices.ts';
import { amountOn, inStep, isChanges, openLine, pairInStep, PATIENT, setAmount } from './world.ts';

const MB = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Texts that are still in use (MB). */
const heldNow = (): number => {
  collect();
  return process.memoryUsage().heapUsed / MB;
};

/** Each page of news has five documents of new names of a million letters at its end. */
const showing = () => {
  let shown = 0;
  const network: Network = async (request, answer) => {
    if (!isChanges(request)) return answer();
    const page = (await (await answer()).json()) as { results: object[] };
    if (page.results.length === 0) return Response.json(page);
    const names = Array.from({ length: 5 }, () => `${(shown += 1)}`.padEnd(1_000_000, 'n'));
    return Response.json({
      ...page,
      results: [...page.results, ...names.map((id) => ({ id, doc: { _id: id, _rev: '1-a' } }))],
    });
  };
  return { network, shown: () => shown };
};

test('X9: a device keeps only the beginning of a name that nobody can ask for, however long it is', async () => {
  const line = openLine();
  const { phone, tablet } = await pairInStep({ network: line.network });
  const before = heldNow();
  const { network, shown } = showing();
  line.obey(network);
  for (let at = 0; at < 10; at += 1) {
    await setAmount(tablet, `${10 + at}.00`);
    await inStep(tablet);
    await expect.poll(() => amountOn(phone), PATIENT).toBe(`${10 + at}.00`);
  }
  line.obey();
  expect(phone.sync.unreadableBeyond()).toBe(shown());
  expect(shown()).toBeGreaterThanOrEqual(40);
  await expect.poll(() => heldNow() - before, PATIENT).toBeLessThan(15);
});
