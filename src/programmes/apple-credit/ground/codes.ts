import type { Codes } from '../../ground.ts';
import { hasLog } from '../rules/code/code-log.ts';

/** Redemption codes, under an order or in a list. */
export const codes = {
  kind: 'redemption-code',
  hasLog,
} as const satisfies Codes<'redemption-code'>;
