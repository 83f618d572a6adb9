/**
 * Hands a file to the device's own way of saving (the folder of downloads, or a question where).
 */
export const saveFile = (name: string, content: BlobPart, type: string): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser reads the address after this turn; a minute is far beyond that.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
