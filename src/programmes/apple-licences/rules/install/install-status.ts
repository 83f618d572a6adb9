/** How an installation stands for one user or device (B13). */
export const INSTALL_STATES = ['installed', 'pending', 'failed', 'not-installed'] as const;

/** How an installation stands for one user or device (B13). */
export type InstallState = (typeof INSTALL_STATES)[number];

/** How an installation stands as a list says it; `unknown` when the system itself does not know. */
export type SaidInstall = {
  readonly state: InstallState | 'unknown';
  /** What the four states do not say. */
  readonly note?: 'not-applicable' | 'uninstall-failed';
};

/** A user's devices by the state of the app on them. */
export type DeviceCounts = Readonly<
  Record<'failed' | 'pending' | 'installed' | 'notInstalled' | 'notApplicable', number>
>;

/** How an app's installations stand, of the licences that someone has (B13). */
export type InstallCounts = Readonly<
  Record<'failed' | 'pending' | 'installed' | 'notInstalled', number>
>;
