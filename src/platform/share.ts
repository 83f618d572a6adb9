/** Whether this device can hand a link to another app. */
export const canShare = (): boolean => 'share' in navigator;

/** Opens the system's own sheet for a link; false when the person closed it or the device refused. */
export const shareLink = async (title: string, url: string): Promise<boolean> => {
  try {
    await navigator.share({ title, url });
    return true;
  } catch {
    return false;
  }
};
