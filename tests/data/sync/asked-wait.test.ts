import { expect, test } from 'vitest';
import type { Network } from './devices.ts';
import { amountOn, isBulk, order, PATIENT, world } from './world.ts';

test('X8: a server that is full is asked again when it said, and not before; nothing is lost', async () => {
  const { server, device } = await world();
  let [isFull, tries] = [true, 0];
  const network: Network = async (request, answer) => {
    if (!isBulk(request) || !isFull) return answer();
    tries += 1;
    const full = { error: 'service_unavailable', reason: 'Too much is being sent here at once.' };
    return Response.json(full, { status: 503, headers: { 'retry-after': '600' } });
  };
  const [phone, tablet] = [await device('phone', network), await device('tablet')];
  await phone.records.create(order());
  await Promise.all([phone.connect(), tablet.connect()]);
  await expect.poll(() => tries, PATIENT).toBe(1);
  const states: string[] = [];
  phone.sync.status$.subscribe(({ state }) => states.push(state));
  expect(states).toContain('server-trouble');
  // By its own measure (5 ms) it would have tried many times while another one waits for news in
  // vain.
  await server.ask('GET', '/w/_changes?feed=longpoll&since=now&timeout=500');
  expect(tries).toBe(1);
  isFull = false;
  phone.sync.tryNow();
  await expect.poll(() => amountOn(tablet), PATIENT).toBe('25000.00');
});
