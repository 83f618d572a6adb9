/** Whether what had the focus is gone: whoever has it now has it for a reason. */
export const isFocusLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** The questions that wait for an answer, in the order of the screen: each is a heading or holds a list. */
export const waitingIn = (questions: Element | undefined): HTMLElement[] => [
  ...(questions?.querySelectorAll<HTMLElement>('[data-question]') ?? []),
];

/** Gives a question the focus, in the middle of what is seen: it may lie behind the bar at the foot. */
export const focusQuestion = (question: HTMLElement): void => {
  const list = question.querySelector('select');
  (list ?? question).focus({ preventScroll: true });
  question.scrollIntoView({ block: 'center' });
};
