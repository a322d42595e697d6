/** Words for when: days, parts of a day and stretches of time. They head phrases that nobody speaks or acts in. */
export const TIME_WORDS: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
  sundays yesterday today tonight last morning afternoon evening night week month year`.split(/\s+/),
);
