/**
 * Keeps a form from being saved while what is typed in an input is nothing that it can hold: to the
 * browser that is an empty field, and what was there would be wiped. An attachment of the input;
 * `tell` hears whether it is so when someone saves.
 */
export const stopSubmit =
  (isWrong: (input: HTMLInputElement) => boolean, tell: (wrong: boolean) => void) =>
  (input: HTMLInputElement): (() => void) => {
    const { form } = input;
    const stop = (event: SubmitEvent): void => {
      const wrong = isWrong(input);
      tell(wrong);
      if (!wrong) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      input.focus();
    };
    // Before the form's own listener hears of it.
    form?.addEventListener('submit', stop, { capture: true });
    return () => form?.removeEventListener('submit', stop, { capture: true });
  };
