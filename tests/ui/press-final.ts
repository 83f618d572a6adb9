import { waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';

/** Presses a button that takes nothing before it has been seen (`FinalButton.svelte`). */
export const pressFinal = async (button: HTMLElement): Promise<void> => {
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
};
