const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs, as lemmas, whose subject can only be somebody: `It said …`, `It threatened to close the pipeline`. */
export const ACTOR_VERBS = words(`
say deny add announce accuse warn claim report tell reject plan expect agree confirm promise pledge vow insist admit
acknowledge declare
threaten demand refuse urge condemn denounce criticise criticize offer ask want seek impose acquire buy hire sue appoint
sack recall expel
invade withdraw sign veto propose apologise apologize
`);
