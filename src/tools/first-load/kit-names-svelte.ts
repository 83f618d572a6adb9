const CLIENT = '/@sveltejs/kit/src/runtime/client/client.js';

/** How Kit takes what it needs from all that Svelte exports. */
const TAKEN = 'const { onMount, tick } = svelte;';
const NAMED = 'const onMount = svelte.onMount;\nconst tick = svelte.tick;';

/**
 * Lets Kit name what it needs of Svelte. It takes two functions out of the whole, so that all that
 * Svelte exports would be in every first load.
 */
export const kitNamesSvelte = () => ({
  name: 'volym-kit-names-svelte',
  transform: (code: string, id: string): string | undefined => {
    if (!id.endsWith(CLIENT)) return undefined;
    if (!code.includes(TAKEN)) throw new Error(`${CLIENT} takes from svelte in another way now`);
    return code.replace(TAKEN, NAMED);
  },
});
