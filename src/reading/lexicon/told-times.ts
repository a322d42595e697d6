const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words of phrases that tell when something was said: `on Monday`, `last week`. */
export const TOLD_TIMES = words(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today week month night morning afternoon evening',
);

/** Words of phrases that tell where or through what something was said: `in a statement`, `at a rally`. */
export const TOLD_MEDIA = words(
  'statement interview tweet twitter facebook email letter speech conference briefing debate rally hearing ' +
    'report news memo post blog',
);

export const TOLD_MONTHS = words(
  'january february march april may june july august september october november december',
);

/** Words that may open a phrase which tells when something was said, without a mark before it. */
export const TIME_OPENERS = words(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow last this next ' +
    'earlier late early in on at during',
);
