import { configure } from '@testing-library/svelte';

// A busy machine is slow, not wrong: what does not come is found all the same, by the test's own
// time.
configure({ asyncUtilTimeout: 60_000 });
