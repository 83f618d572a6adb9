/** The files that a picker offers, by how their names end. */
export const SHEET_TYPES = '.xls,.xlsx,.ods,.csv,.tsv,.txt,.htm,.html,.json,.jsonl,.gz';
