import { getContext, setContext } from 'svelte';

/**
 * Where a screen is shown: alone, as the list of a pair, as the detail beside a list, or kept
 * behind another one.
 */
export type FramePlace = 'alone' | 'list' | 'detail' | 'away';

/** From this width a list is beside its detail; below, there is room for one. */
export const PAIR = '(min-width: 1000px)';

const key = Symbol('frame place');

/**
 * Tells the screens below where they are; a detail has no h1 and no way back of its own beside its
 * list.
 */
export const providePlace = (place: () => FramePlace): void => {
  setContext(key, place);
};

/** Where this screen is shown; `alone` unless something above says otherwise. */
export const usePlace = (): (() => FramePlace) =>
  getContext<(() => FramePlace) | undefined>(key) ?? (() => 'alone');

const previewKey = Symbol('preview');

/**
 * Tells the screens below that nobody chose what they show: the address, and so the window's title,
 * is the list's.
 */
export const providePreview = (isPreview: () => boolean): void => {
  setContext(previewKey, isPreview);
};

/** Whether this screen is shown beside its list though nobody chose it. */
export const usePreview = (): (() => boolean) =>
  getContext<(() => boolean) | undefined>(previewKey) ?? (() => false);
