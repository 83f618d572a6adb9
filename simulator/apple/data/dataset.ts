import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocationSnapshot, Snapshot, TokenState } from './snapshot.ts';

type Written = {
  readonly pageSize?: number;
  readonly events?: { readonly pendingTicks?: number; readonly partialFillOn9709?: boolean };
  readonly locations: readonly (Omit<LocationSnapshot, 'token'> & {
    readonly token: { readonly fileName: string; readonly state: string };
  })[];
};

const stateOf = (written: string): TokenState =>
  written === 'expired' || written === 'revoked' ? written : 'valid';

/**
 * What a data file says, with how it wants the simulator set. The tokens' texts lie in a folder as
 * `.vpptoken` files.
 */
export const datasetIn = (file: string, tokens: string) => {
  const { pageSize, events, locations } = JSON.parse(readFileSync(file, 'utf8')) as Written;
  const snapshot: Snapshot = {
    locations: locations.map((location) => {
      const { fileName, state } = location.token;
      const text = readFileSync(join(tokens, fileName), 'utf8').replace(/\s+/g, '');
      return { ...location, token: { fileName, text, state: stateOf(state) } };
    }),
  };
  const partial =
    events?.partialFillOn9709 === false ? ('whole-asset' as const) : ('fill' as const);
  return {
    snapshot,
    settings: { pageSize: pageSize ?? 500, pendingTicks: events?.pendingTicks ?? 1, partial },
  };
};
