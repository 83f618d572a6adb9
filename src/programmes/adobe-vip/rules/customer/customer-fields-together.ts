/** An anniversary, the order it was counted from and the day of the month it is counted by. */
export const ANNIVERSARY_FIELDS = ['anniversary', 'firstOrderOn', 'anniversaryDay'] as const;

/** A programme, and the edition of its renewal rule: an edition is one of its programme's. */
export const PROGRAMME_FIELDS = ['programme', 'renewalEdition'] as const;

/**
 * The fields of a customer that belong together: when merged, undone or imported, they all come
 * from the same side, never from both.
 */
export const CUSTOMER_FIELDS_TOGETHER = [ANNIVERSARY_FIELDS, PROGRAMME_FIELDS] as const;
