/** Runs after the browser has painted what is on the screen now; a hidden tab waits until it is shown. */
export const afterFirstPaint = (run: () => void): void => {
  requestAnimationFrame(() => setTimeout(run));
};
