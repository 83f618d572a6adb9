import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { datasetIn } from './data/dataset.ts';
import { municipality } from './data/municipality.ts';
import { smallSchool } from './data/small-school.ts';
import { startSimulator } from './simulator.ts';

const USAGE = `npm run simulate:apple -- [--data small-school | municipality | FILE.json] [--port 4700]
  [--page-size 500] [--tick-ms 2000] [--pending-ticks 2] [--partial fill | whole-asset] [--seed 1] [--tokens FOLDER]`;

const fail = (sentence: string): never => {
  console.error(`${sentence}\n${USAGE}`);
  return process.exit(1);
};

const text = { type: 'string' } as const;

const options = {
  data: { ...text, default: 'small-school' },
  port: { ...text, default: '4700' },
  'tick-ms': { ...text, default: '2000' },
  seed: { ...text, default: '1' },
  'page-size': text,
  'pending-ticks': text,
  partial: text,
  tokens: text,
};

const optionsGiven = () => {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
};

const given = optionsGiven();

const numberOf = (name: keyof typeof given, least: number): number | undefined => {
  const written = given[name];
  if (written === undefined) return undefined;
  return /^\d+$/.test(written) && Number(written) >= least
    ? Number(written)
    : fail(`--${name} is "${written}".`);
};

const dataGiven = () => {
  const seed = numberOf('seed', 0) ?? 1;
  if (given.data === 'small-school') return { snapshot: smallSchool(Date.now()), settings: {} };
  if (given.data === 'municipality')
    return { snapshot: municipality(Date.now(), seed), settings: {} };
  try {
    return datasetIn(resolve(given.data), resolve(given.tokens ?? 'tests/fixtures/vpptokens'));
  } catch (error) {
    return fail(`${given.data} cannot be read: ${String(error)}`);
  }
};

const { partial } = given;
if (partial !== undefined && partial !== 'fill' && partial !== 'whole-asset')
  fail(`--partial is "${partial}".`);
const [pageSize, pendingTicks] = [numberOf('page-size', 1), numberOf('pending-ticks', 0)];
const { snapshot, settings } = dataGiven();

const simulator = await startSimulator(snapshot, {
  seed: numberOf('seed', 0) ?? 1,
  pendingTicks: 2,
  ...settings,
  ...(pageSize === undefined ? {} : { pageSize }),
  ...(pendingTicks === undefined ? {} : { pendingTicks }),
  ...(partial === 'fill' || partial === 'whole-asset' ? { partial } : {}),
  port: numberOf('port', 0) ?? 0,
  tickMs: numberOf('tick-ms', 0) ?? 0,
}).catch((error: unknown) => fail(`The simulator cannot listen: ${String(error)}`));

console.log(`Apple's Apps and Books, simulated: ${simulator.base}`);
console.log(`Give it to Volym's own server: APPLE_RELAY=on APPLE_BASE=${simulator.base} npm start`);
console.log(`Time, faults and what happened: ${simulator.url}/simulator/state`);
for (const { token, config } of simulator.world.locations)
  console.log(
    `\n${config.locationName} (${config.uId}), ${token.state}, as ${token.fileName}:\n${token.text}`,
  );
console.log('\nStop with Ctrl-C.');

const stop = (): void => void simulator.close().finally(() => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
process.on('disconnect', stop);
