// What comes after the first screen of the first start, in one piece: it is loaded once that screen
// is painted.
export { default as NamesStep } from './NamesStep.svelte';
export { default as PhraseStep } from './PhraseStep.svelte';
export { default as RulesStep } from './RulesStep.svelte';
