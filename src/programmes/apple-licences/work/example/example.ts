import type { Example } from '#core/example.ts';
import { exampleApps } from './example-apps.ts';
import { exampleTokens, MANY_TOKENS } from './example-tokens.ts';

/** The tokens, apps, users and licences of the example. */
export const example: Example = {
  records: async (means) => [...(await exampleTokens(means)), ...(await exampleApps(means))],
  rules: { accounts: MANY_TOKENS },
};
