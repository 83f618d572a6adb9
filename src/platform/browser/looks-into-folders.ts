import { deviceSigns, isPhoneOrPadOfApple } from './install.ts';

/**
 * Whether a folder can be looked into again and again: in Chromium on a computer. On Android it was
 * not tried.
 */
export const looksIntoFolders = (): boolean => {
  const signs = deviceSigns();
  const isPhone = isPhoneOrPadOfApple(signs) || signs.userAgent.includes('Android');
  return !isPhone && 'showDirectoryPicker' in window;
};
