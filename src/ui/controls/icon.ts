import type { LucideIcon } from '@lucide/svelte';

/** An icon of `@lucide/svelte/icons/<name>`, handed to a control as a value. */
export type IconComponent = LucideIcon;
