import { paths } from '#ui/paths.ts';
import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';

/** What home offers to add first: an order, or a token where the team looks after tokens alone. */
export const whatToAdd = ({ workspace }: Pick<App, 'workspace'>, { shell: { deadlines } }: Pick<Texts, 'shell'>) => {
  const { empty, newOrder, newToken } = deadlines;
  return workspace?.data.programmes.includes('apple-credit') === false
    ? { label: newToken, href: paths.newToken(), sentence: empty.tokens }
    : { label: newOrder, href: paths.newOrder(), sentence: empty.sentence };
};
