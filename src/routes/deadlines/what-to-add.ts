import { paths } from '#ui/paths.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';

/** What home offers to add first: an order, or a token or customer where the team looks after those alone. */
export const whatToAdd = ({ workspace }: Pick<App, 'workspace'>, { shell: { deadlines } }: Pick<Texts, 'shell'>) => {
  const { empty, newOrder, newToken, newCustomer } = deadlines;
  const programmes = workspace?.data.programmes ?? ['apple-credit'];
  if (programmes.includes('apple-credit')) return { label: newOrder, href: paths.newOrder(), sentence: empty.sentence };
  return programmes.includes('apple-licences')
    ? { label: newToken, href: paths.newToken(), sentence: empty.tokens }
    : { label: newCustomer, href: paths.newVipCustomer(), sentence: empty.customers };
};
