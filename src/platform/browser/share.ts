/** Whether this device can hand a link to another app. */
export const canShare = (): boolean => 'share' in navigator;

/**
 * Opens the system's own sheet for a link; false when the person closed it or the device refused.
 * Many apps drop the title: what must arrive is the `text`.
 */
export const shareLink = async (title: string, url: string, text = ''): Promise<boolean> => {
  try {
    await navigator.share({ title, url, ...(text === '' ? {} : { text }) });
    return true;
  } catch {
    return false;
  }
};
