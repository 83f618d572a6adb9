/** How an installation stands for one user or device (B13). */
export const INSTALL_STATES = ['installed', 'pending', 'failed', 'not-installed'] as const;

/** How an installation stands for one user or device (B13). */
export type InstallState = (typeof INSTALL_STATES)[number];
