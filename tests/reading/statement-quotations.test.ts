import { expect, test } from 'vitest';
import { statementsOf } from './statement-notation.ts';

test.each([
  [
    'speech inside speech gives both',
    'Ida Roe said that Tom Hale had told Mara Poe the deal was dead.',
    [
      '[Ida Roe]source [said]cue [that Tom Hale had told Mara Poe the deal was dead]content',
      '[Tom Hale]source [had told]cue [the deal was dead]content to Mara Poe',
    ],
  ],
  [
    'quoted by a medium',
    'Hale was quoted as saying by Interfax that talks had failed.',
    ['[Hale]source [was quoted as saying]cue [that talks had failed]content via Interfax'],
  ],
  [
    'in a tweet, with two objects',
    'In a tweet, Roe called Hale a coward.',
    ['[Roe]source [called]cue [Hale a coward]content via a tweet'],
  ],
  [
    'in an interview',
    'In an interview with El Norte, Ida Roe said she would resign.',
    ['[Ida Roe]source [said]cue [she would resign]content via an interview with El Norte'],
  ],
  [
    'a headline with a colon',
    'Poll: most voters want change',
    ['[Poll]source [:]cue [most voters want change]content'],
  ],
  [
    'a quotation signed after a dash',
    '“It was never safe, and they knew it.” — Ida Roe',
    ['[“It was never safe, and they knew it.”]content [Ida Roe]source'],
  ],
  [
    'a transcript',
    'Q: When did you know?\n\nROE: When the lamp went out.',
    ['[Q]source [:]cue [When did you know]content', '[ROE]source [:]cue [When the lamp went out]content'],
  ],
  [
    'reporting denied',
    'Roe did not say whether she would run.',
    ['[Roe]source [did not say]cue [whether she would run]content not'],
  ],
  [
    'two single marks for a double one',
    "''Fishing keeps me young,'' he said.",
    ["[''Fishing keeps me young,'']content [he]source [said]cue"],
  ],
  [
    'a verb of its own at a quotation',
    'Hale stood up and boomed: “Bring back the ferry by June.”',
    ['[Hale]source [boomed]cue [“Bring back the ferry by June.”]content'],
  ],
  [
    'a shout ends its sentence',
    '“Bring her back!” the crowd chanted.',
    ['[“Bring her back!”]content [the crowd]source [chanted]cue'],
  ],
  [
    'an auxiliary in the quotation is not of the cue',
    '“They already have,” said Mona Poe.',
    ['[“They already have,”]content [said]cue [Mona Poe]source'],
  ],
  [
    'a noun phrase beside a verb between commas says it',
    'The porter who found the purse - Tom Hale, who was at lunch - did not hear the bell, police said.',
    [
      '[The porter who found the purse - Tom Hale, who was at lunch - did not hear the bell]content ' +
        '[police]source [said]cue',
    ],
  ],
  [
    'so does one after it',
    'The memo went down badly with the crew, said one sailor.',
    ['[The memo went down badly with the crew]content [said]cue [one sailor]source'],
  ],
  [
    'a cue that interrupts',
    'None of which, she said, could mend the roof before winter.',
    ['[None of which]content [she]source [said]cue [could mend the roof before winter]content'],
  ],
  [
    'a name after its verb, described, between two quotations',
    '“The snag,” said Gerda Molnar, a botanist who tends the garden, “is that it rains.”',
    [
      '[“The snag,”]content [said]cue [Gerda Molnar, a botanist who tends the garden]source ' +
        '[“is that it rains.”]content',
    ],
  ],
  [
    'what follows a quotation without marks is the article’s own',
    '“It is a loss,” said Ida Roe, though the town was quiet.',
    ['[“It is a loss,”]content [said]cue [Ida Roe]source'],
  ],
  [
    'a stop inside the marks before the cue',
    '“Russia, if you are listening, I hope you find them.” Roe said.',
    ['[“Russia, if you are listening, I hope you find them.”]content [Roe]source [said]cue'],
  ],
  [
    'a description before the verb and a pronoun after it',
    'Ida Roe, who won the vote, said she also would run.',
    ['[Ida Roe, who won the vote]source [said]cue [she also would run]content'],
  ],
  [
    'a quotation in a clause of its own is not of the main verb',
    'When a man in the gallery shouted “Liar!”, Mr Justice Corrigan threatened to clear the court.',
    [
      '[a man in the gallery]source [shouted]cue [“Liar!”]content',
      '[Mr Justice Corrigan]source [threatened]cue [to clear the court]content',
    ],
  ],
  [
    'told on a call',
    'Paula Renshaw told analysts on a call that she expected savings.',
    ['[Paula Renshaw]source [told]cue [that she expected savings]content'],
  ],
  [
    'a quotation told to somebody',
    '“Nobody told us,” Otieno told a joint news conference.',
    ['[“Nobody told us,”]content [Otieno]source [told]cue'],
  ],
  [
    'telling that interrupts',
    'The way home, the guide told us, was short.',
    ['[The way home]content [the guide]source [told]cue [was short]content'],
  ],
  [
    'a verb goes on after a quoted subject',
    '“Family leave,” the notice said, becomes free in May.',
    ['[“Family leave,”]content [the notice]source [said]cue [becomes free in May]content'],
  ],
  [
    'a description after the verb without a name',
    '“Nothing points that way,” said one former aide.',
    ['[“Nothing points that way,”]content [said]cue [one former aide]source'],
  ],
  [
    'a name that the parser cut off its verb',
    '“I love them,” Hale said in August after Nordhaven announced it was closing two plants.',
    [
      '[“I love them,”]content [Hale]source [said]cue',
      '[Nordhaven]source [announced]cue [it was closing two plants]content',
    ],
  ],
  [
    'a quotation that goes on from its subject',
    'State Department spokesman Kevin Marsh said the United States "will continue to hold the junta to account."',
    [
      '[State Department spokesman Kevin Marsh]source [said]cue ' +
        '[the United States "will continue to hold the junta to account."]content',
    ],
  ],
  [
    'an infinitive in quotation marks',
    'She vowed to “plant the hill anew” and went home.',
    ['[She]source [vowed]cue [to “plant the hill anew”]content'],
  ],
  [
    'a subject before its quotation is none who speaks',
    'Tom Hale, a former head of sales, said Poe “was the father of all that noise”.',
    ['[Tom Hale, a former head of sales]source [said]cue [Poe “was the father of all that noise”]content'],
  ],
  [
    'where it was said, then a quotation without a comma',
    'Ida Roe acknowledged at a fair on Friday night “we may yet sell the farm” if the well stays dry.',
    ['[Ida Roe]source [acknowledged]cue [“we may yet sell the farm” if the well stays dry]content'],
  ],
])('%s', (_, text, expected) => {
  expect(statementsOf(text)).toEqual(expected);
});
