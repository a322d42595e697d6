/** What `npm run eval` can measure apart, in the order in which it prints it. */
export const EVALUATION_PARTS = ['language', 'names', 'people', 'statements', 'events', 'corpus', 'gaps'] as const;
export type EvaluationPart = (typeof EVALUATION_PARTS)[number];
