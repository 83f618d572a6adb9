const CUSTOM_ELEMENTS = '/svelte/src/internal/client/dom/elements/custom-element.js';

/**
 * Leaves out Svelte's code for components as custom elements: the app has none, and every screen
 * would carry it.
 */
export const noCustomElements = () => ({
  name: 'volym-no-custom-elements',
  load: (id: string): string | undefined =>
    id.endsWith(CUSTOM_ELEMENTS) ? 'export const create_custom_element = undefined;' : undefined,
});
