/** Given names by their short forms, in lower case. */
export const NICKNAMES: ReadonlyMap<string, string> = new Map(
  `
bill:william bob:robert rob:robert dick:richard rick:richard jim:james jimmy:james joe:joseph mike:michael tom:thomas
tony:anthony dan:daniel dave:david steve:steven chris:christopher liz:elizabeth beth:elizabeth kate:katherine
kathy:katherine sue:susan ted:edward ed:edward ben:benjamin bernie:bernard nick:nicholas andy:andrew alex:alexander
sam:samuel pat:patricia jen:jennifer greg:gregory jeff:jeffrey ken:kenneth larry:lawrence matt:matthew pete:peter
ron:ronald tim:timothy
`
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [short = '', full = ''] = pair.split(':');
      return [short, full] as const;
    }),
);
