import { expect, test } from 'vitest';
import { statementsOf } from './statement-notation.ts';

test.each([
  [
    'a day before the clause is not said',
    'Roe said on Monday the plant would close.',
    ['[Roe]source [said]cue [the plant would close]content'],
  ],
  [
    'time and place of the telling',
    'Roe told reporters in Geneva on Monday that talks had failed.',
    ['[Roe]source [told]cue [that talks had failed]content'],
  ],
  [
    'a clause after its addressee',
    'Hale told the choir he was against the tour.',
    ['[Hale]source [told]cue [he was against the tour]content'],
  ],
  [
    'joint speakers',
    'Ida Roe and Tom Hale said they would marry.',
    ['[Ida Roe and Tom Hale]source [said]cue [they would marry]content'],
  ],
  [
    'a title for an office',
    '“There are discussions,” a White House official said Wednesday.',
    ['[“There are discussions,”]content [a White House official]source [said]cue'],
  ],
  [
    'a hyphenated town',
    '“Barley is soaring,” Leeds-based Nora Hale said.',
    ['[“Barley is soaring,”]content [Leeds-based Nora Hale]source [said]cue'],
  ],
  [
    'a denial and an accusation',
    'Roe denied that the plant was unsafe and accused Hale of lying.',
    ['[Roe]source [denied]cue [that the plant was unsafe]content', '[Roe]source [accused]cue [Hale of lying]content'],
  ],
  [
    'joined verbs',
    'Roe said the deal was near and added that talks would go on.',
    ['[Roe]source [said]cue [the deal was near]content', '[Roe]source [added]cue [that talks would go on]content'],
  ],
  [
    'joined verbs after an object',
    'Ida Roe thanked the crew and promised to rebuild the ship.',
    ['[Ida Roe]source [thanked]cue [the crew]content', '[Ida Roe]source [promised]cue [to rebuild the ship]content'],
  ],
  [
    'a verb that carries another',
    'The ministry declined to say whether talks had begun.',
    ['[The ministry]source [declined to say]cue [whether talks had begun]content'],
  ],
  [
    'a participle after its clause',
    'Roe told reporters the deal was dead, adding that she would sue.',
    ['[Roe]source [told]cue [the deal was dead]content', '[Roe]source [adding]cue [that she would sue]content'],
  ],
  [
    'a participle after an inverted source',
    '“It is over,” said Ida Roe, adding that she would sue.',
    ['[“It is over,”]content [said]cue [Ida Roe]source', '[Ida Roe]source [adding]cue [that she would sue]content'],
  ],
  [
    'a colon after a place is a dateline',
    'Quito: The president said the road would open. Two men died.',
    ['[The president]source [said]cue [the road would open]content'],
  ],
  [
    'a place speaks in a headline',
    'Iran: no talks with Washington',
    ['[Iran]source [:]cue [no talks with Washington]content'],
  ],
  [
    'an aside before the clause',
    'As Tom Roe noted, these gardens will earn Hale a second prize.',
    ['[Tom Roe]source [noted]cue [these gardens will earn Hale a second prize]content'],
  ],
  [
    'an aside after the clause',
    'The law is a mess, as Tom Roe noted on Monday.',
    ['[The law is a mess]content [Tom Roe]source [noted]cue'],
  ],
  [
    'a cue between a conjunction and its clause',
    'But, Roe added, she could not abide trumpets.',
    ['[Roe]source [added]cue [she could not abide trumpets]content'],
  ],
  [
    'how many say so',
    'In Bergen, 55 percent of the sailors said the harbour was calm.',
    ['[55 percent of the sailors]source [said]cue [the harbour was calm]content'],
  ],
  [
    'a clause keeps its subject',
    'Roe claimed his side should have had two penalties.',
    ['[Roe]source [claimed]cue [his side should have had two penalties]content'],
  ],
  [
    'those who',
    'The federation said 71 percent of those who voted had backed the deal.',
    ['[The federation]source [said]cue [71 percent of those who voted had backed the deal]content'],
  ],
  [
    'what was asked opens the sentence',
    'Asked about the vote, a spokesman replied that the coalition was stable.',
    ['[Asked]cue [about the vote]content', '[a spokesman]source [replied]cue [that the coalition was stable]content'],
  ],
  [
    'a clause told to somebody',
    'She had been on her third voyage, a harbour spokesman told The Quito Herald.',
    ['[She had been on her third voyage]content [a harbour spokesman]source [told]cue to Quito Herald'],
  ],
  [
    'an infinitive goes on after a cue',
    'It is their duty, Roe said, to sweep the yard.',
    ['[It is their duty]content [Roe]source [said]cue [to sweep the yard]content'],
  ],
  [
    'an object after a description is none who speaks',
    'Poe, who lost the vote, called the fresh coat “far, far duller” than the old.',
    ['[Poe, who lost the vote]source [called]cue [the fresh coat “far, far duller” than the old]content'],
  ],
  [
    'a clause with an insertion',
    'The advisers said the merit of a poll, above all in a bad year, would outweigh its cost.',
    ['[The advisers]source [said]cue [the merit of a poll, above all in a bad year, would outweigh its cost]content'],
  ],
  [
    'when it was reported',
    'Rainfall in the hills was lower than in any June before, the University of Quito reported last week.',
    [
      '[Rainfall in the hills was lower than in any June before]content [the University of Quito]source ' +
        '[reported]cue',
    ],
  ],
  [
    'what was not said ends what was',
    'Roe said that she would offer “a prayer” but did not say when.',
    [
      '[Roe]source [said]cue [that she would offer “a prayer”]content',
      '[Roe]source [did not say]cue [when]content not',
    ],
  ],
  [
    'what stands after a colon is part of a clause',
    'Roe said the plan fails for one reason: it costs too much.',
    ['[Roe]source [said]cue [the plan fails for one reason: it costs too much]content'],
  ],
  [
    'a cue in a relative clause',
    'The plan, which officials said will start in May, will not cover fees.',
    ['[which]content [officials]source [said]cue [will start in May]content'],
  ],
  [
    'that after where it was said',
    'Ida Roe said in her closing words that the choir should travel.',
    ['[Ida Roe]source [said]cue [that the choir should travel]content'],
  ],
  [
    'a day with its part',
    'The ministry said late on Tuesday three soldiers had died.',
    ['[The ministry]source [said]cue [three soldiers had died]content'],
  ],
  [
    'a day after the source',
    'Nordhaven today announced a new plant.',
    ['[Nordhaven]source [announced]cue [a new plant]content'],
  ],
  [
    'that after a medium',
    'James Roe said on Radio Quito that for one, there seemed to be no plan.',
    ['[James Roe]source [said]cue [that for one, there seemed to be no plan]content via Radio Quito'],
  ],
  [
    'an adverb in a cue',
    'The museum declined to publicly describe the vase’s “rightful owner”.',
    ['[The museum]source [declined to publicly describe]cue [the vase’s “rightful owner”]content'],
  ],
  [
    'a phrase before the source is none of it',
    'In a post on Telegram, the leader of the region, Tom Hale, dismissed the claims.',
    ['[the leader of the region, Tom Hale]source [dismissed]cue [the claims]content via a post on Telegram'],
  ],
  [
    'a clause about whom one warns',
    'She warned the crowd, who had begun to sing, that she would leave.',
    ['[She]source [warned]cue [that she would leave]content'],
  ],
  [
    'a verb taken for a plural',
    'Its local manager, Ida Roe, points out that the turbines do not heat the water.',
    ['[Its local manager, Ida Roe]source [points out]cue [that the turbines do not heat the water]content'],
  ],
  [
    'a verb whose own oblique stands right before it',
    'Mr. Hale said his tenants, who farm barley but in dry years turn to Mr. Poe, would pay Mr. Roe.',
    [
      '[Mr. Hale]source [said]cue [his tenants, who farm barley but in dry years turn to Mr. Poe, would pay Mr. Roe]content',
    ],
  ],
  [
    'a name beside a noun of which both are subjects',
    'The speaker, Agus Pranoto, promised to find a date before the recess and appealed to both sides to keep their tempers.',
    [
      '[The speaker, Agus Pranoto]source [promised]cue [to find a date before the recess]content',
      '[The speaker, Agus Pranoto]source [appealed]cue [both sides to keep their tempers]content',
    ],
  ],
  [
    'a boss who is no verb',
    'Rovers boss Pete Mallory has denied the claims.',
    ['[Rovers boss Pete Mallory]source [has denied]cue [the claims]content'],
  ],
])('%s', (_, text, expected) => {
  expect(statementsOf(text)).toEqual(expected);
});
