import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';
import { statementsOf } from './statement-notation.ts';

test.each([
  [
    'a day before the clause is not said',
    'Roe said on Monday the plant would close.',
    ['[Roe]source [said]cue [the plant would close]content'],
  ],
  [
    'a day with its part',
    'The ministry said late on Tuesday three soldiers had died.',
    ['[The ministry]source [said]cue [three soldiers had died]content'],
  ],
  [
    'a phrase before a pronoun is not said',
    'Hale said after the convention he would not accept the offer.',
    ['[Hale]source [said]cue [he would not accept the offer]content'],
  ],
  [
    'time and place of the telling',
    'Roe told reporters in Geneva on Monday that talks had failed.',
    ['[Roe]source [told]cue [that talks had failed]content'],
  ],
  [
    'a clause behind its addressee',
    'Hale told the forum he was against the war.',
    ['[Hale]source [told]cue [he was against the war]content'],
  ],
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
    'a quotation signed behind a dash',
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
    'joint speakers',
    'Ida Roe and Tom Hale said they would marry.',
    ['[Ida Roe and Tom Hale]source [said]cue [they would marry]content'],
  ],
  [
    'two single marks for a double one',
    "''Not paying makes me smart,'' he said.",
    ["[''Not paying makes me smart,'']content [he]source [said]cue"],
  ],
  [
    'a verb of its own at a quotation',
    'Hale leaned in and boomed: “Let us defeat her in November.”',
    ['[Hale]source [boomed]cue [“Let us defeat her in November.”]content'],
  ],
  [
    'a shout ends its sentence',
    '“Lock her up!” the crowd chanted.',
    ['[“Lock her up!”]content [the crowd]source [chanted]cue'],
  ],
  [
    'an auxiliary in the quotation is not of the cue',
    '“She just did,” said Mona Poe.',
    ['[“She just did,”]content [said]cue [Mona Poe]source'],
  ],
  [
    'a noun phrase beside a verb between commas says it',
    'The clerk who shot the film - Tom Hale, who was on leave - was not wearing a badge, police said.',
    [
      '[The clerk who shot the film - Tom Hale, who was on leave - was not wearing a badge]content [police]source [said]cue',
    ],
  ],
  [
    'a cue that interrupts',
    'All of which, he said, would help ensure confidence in the process.',
    ['[All of which]content [he]source [said]cue [would help ensure confidence in the process]content'],
  ],
  [
    'a title for an office',
    '“There are discussions,” a White House official said Wednesday.',
    ['[“There are discussions,”]content [a White House official]source [said]cue'],
  ],
  [
    'a hyphenated town',
    '“Carson is cratering,” Texas-based Matt Hale said.',
    ['[“Carson is cratering,”]content [Texas-based Matt Hale]source [said]cue'],
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
    'joined verbs behind an object',
    'Ida Roe thanked the crew and promised to rebuild the ship.',
    ['[Ida Roe]source [thanked]cue [the crew]content', '[Ida Roe]source [promised]cue [to rebuild the ship]content'],
  ],
  [
    'a verb that carries another',
    'The ministry declined to say whether talks had begun.',
    ['[The ministry]source [declined to say]cue [whether talks had begun]content'],
  ],
  [
    'a participle behind its clause',
    'Roe told reporters the deal was dead, adding that she would sue.',
    ['[Roe]source [told]cue [the deal was dead]content', '[Roe]source [adding]cue [that she would sue]content'],
  ],
  [
    'a participle behind an inverted source',
    '“It is over,” said Ida Roe, adding that she would sue.',
    ['[“It is over,”]content [said]cue [Ida Roe]source', '[Ida Roe]source [adding]cue [that she would sue]content'],
  ],
  [
    'who issued a statement says it',
    'Ida Roe issued a statement Tuesday saying the deal was dead.',
    ['[Ida Roe]source [saying]cue [the deal was dead]content via a statement'],
  ],
  [
    'a colon behind a place is a dateline',
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
    'As Tom Roe noted, those voters will give Hale a second look.',
    ['[Tom Roe]source [noted]cue [those voters will give Hale a second look]content'],
  ],
  [
    'an aside behind the clause',
    'The law is a mess, as Tom Roe noted on Monday.',
    ['[The law is a mess]content [Tom Roe]source [noted]cue'],
  ],
  [
    'a cue between a conjunction and its clause',
    'But, Roe added, he did not support quarantines.',
    ['[Roe]source [added]cue [he did not support quarantines]content'],
  ],
  [
    'how many say so',
    'In Ohio, 55 percent of all voters said the town was safe.',
    ['[55 percent of all voters]source [said]cue [the town was safe]content'],
  ],
  [
    'a name behind its verb, described, between two quotations',
    '“The risk,” said Edward Leamer, an economist who runs the forecast, “is that we wait.”',
    [
      '[“The risk,”]content [said]cue [Edward Leamer, an economist who runs the forecast]source [“is that we wait.”]content',
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
    'a description before the verb and a pronoun behind it',
    'Ida Roe, who won the vote, said she also would run.',
    ['[Ida Roe, who won the vote]source [said]cue [she also would run]content'],
  ],
  [
    'a clause keeps its subject',
    'Roe claimed his side should have had two penalties.',
    ['[Roe]source [claimed]cue [his side should have had two penalties]content'],
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
    'those who',
    'The federation said 71 percent of those who voted had backed the deal.',
    ['[The federation]source [said]cue [71 percent of those who voted had backed the deal]content'],
  ],
  [
    'secrecy is no statement',
    'Another rebel, who asked not to be named, predicted that the bill would fail.',
    ['[Another rebel, who asked not to be named]source [predicted]cue [that the bill would fail]content'],
  ],
  [
    'what was asked opens the sentence',
    'Asked about the vote, a spokesman replied that the coalition was stable.',
    ['[Asked]cue [about the vote]content', '[a spokesman]source [replied]cue [that the coalition was stable]content'],
  ],
  [
    'a quotation told to somebody',
    '“Nobody told us,” Otieno told a joint news conference.',
    ['[“Nobody told us,”]content [Otieno]source [told]cue'],
  ],
  [
    'a clause told to somebody',
    'He had been in his second year, a school spokesman told The Quito Herald.',
    ['[He had been in his second year]content [a school spokesman]source [told]cue to Quito Herald'],
  ],
  [
    'an infinitive goes on behind a cue',
    'It is her job, Roe said, to talk to the union.',
    ['[It is her job]content [Roe]source [said]cue [to talk to the union]content'],
  ],
  [
    'a verb goes on behind a quoted subject',
    '“Family leave,” the notice said, becomes free in May.',
    ['[“Family leave,”]content [the notice]source [said]cue [becomes free in May]content'],
  ],
  [
    'a description behind the verb without a name',
    '“Nothing points that way,” said one former aide.',
    ['[“Nothing points that way,”]content [said]cue [one former aide]source'],
  ],
  [
    'an object behind a description is none who speaks',
    'Poe, who lost the vote, called the new law “much, much worse” than the old.',
    ['[Poe, who lost the vote]source [called]cue [the new law “much, much worse” than the old]content'],
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
    'a clause with an insertion',
    'The advisers said the merit of a poll, above all in a bad year, would outweigh its cost.',
    ['[The advisers]source [said]cue [the merit of a poll, above all in a bad year, would outweigh its cost]content'],
  ],
  [
    'when it was reported',
    'Trust in banks has been higher than in any year since 2004, the University of Quito reported last week.',
    [
      '[Trust in banks has been higher than in any year since 2004]content [the University of Quito]source [reported]cue',
    ],
  ],
  ['an attack on a post is no criticism', 'Militants attacked an army post near the border on Tuesday.', []],
  ['nor is one while something happened', 'Militants attacked the convoy as it crossed the bridge.', []],
  ['nor are blows', 'Rebels blasted a bridge. Fighters slammed into the gate. Gunmen shot at a bus.', []],
  ['nor is weather', 'The storm slammed the coast and ripped roofs off houses.', []],
  ['nor is an attack for hours', 'The president’s men attacked the palace for three hours.', []],
  [
    'an attack on a rival over something is',
    'Ida Roe attacked Tom Hale over his record on trade.',
    ['[Ida Roe]source [attacked]cue [Tom Hale over his record on trade]content'],
  ],
  ['so is one on a bill', 'The senator slammed the bill.', ['[The senator]source [slammed]cue [the bill]content']],
  ['and one in a headline', 'Ida Roe slams Tom Hale', ['[Ida Roe]source [slams]cue [Tom Hale]content']],
  [
    'a quotation that goes on from its subject',
    'State Department spokesman Kevin Marsh said the United States "will continue to hold the junta to account."',
    [
      '[State Department spokesman Kevin Marsh]source [said]cue [the United States "will continue to hold the junta to account."]content',
    ],
  ],
  [
    'a feeling about nothing is no statement',
    'Ida Roe expressed her gratitude and left. She expressed herself well.',
    [],
  ],
  [
    'a feeling that something is so',
    'Roe expressed confidence that the bill would pass.',
    ['[Roe]source [expressed confidence]cue [that the bill would pass]content'],
  ],
  [
    'a feeling about something, on a day',
    'Roe voiced concern on Tuesday about the plan.',
    ['[Roe]source [voiced concern on Tuesday about]cue [the plan]content'],
  ],
  [
    'a stance joined to another cue',
    'She expressed deep regret for the deaths and promised to rebuild.',
    ['[She]source [expressed deep regret for]cue [the deaths]content', '[She]source [promised]cue [to rebuild]content'],
  ],
  [
    'a feeling in its own words',
    'Roe expressed “grave concern” over the plan.',
    ['[Roe]source [expressed]cue [“grave concern” over the plan]content'],
  ],
  [
    'a pledge of somebody’s',
    'Ida Roe’s pledge to rebuild the bridge was met with cheers.',
    ['[Ida Roe]source [pledge]cue [to rebuild the bridge]content'],
  ],
  [
    'a threat by somebody',
    'A threat by rebels to blow up the dam alarmed the town.',
    ['[threat]cue [rebels]source [to blow up the dam]content'],
  ],
  [
    'a warning that somebody issued',
    'Ida Roe issued a warning that the dam could fail.',
    ['[Ida Roe]source [issued a warning]cue [that the dam could fail]content'],
  ],
  [
    'a call for something',
    'The union’s call for a strike was ignored.',
    ['[The union]source [call for]cue [a strike]content'],
  ],
  ['a claim described is not told', 'The claim that angered the town was dropped.', []],
  ['an order for goods', 'The firm’s order for steel was late. A call for Hale came at noon.', []],
  [
    'an infinitive in quotation marks',
    'She vowed to “continue the fight in May” and went home.',
    ['[She]source [vowed]cue [to “continue the fight in May”]content'],
  ],
  [
    'a subject before its quotation is none who speaks',
    'Tom Hale, a former head of sales, said Poe “was deeply involved in all that talk”.',
    ['[Tom Hale, a former head of sales]source [said]cue [Poe “was deeply involved in all that talk”]content'],
  ],
  [
    'an adverb in a cue',
    'The agency declined to publicly detail the inquiry’s “specific focus”.',
    ['[The agency]source [declined to publicly detail]cue [the inquiry’s “specific focus”]content'],
  ],
  [
    'where it was said, then a quotation without a comma',
    'Ida Roe acknowledged in a forum on Monday night “it will be very hard for us to win” if she loses the coast.',
    ['[Ida Roe]source [acknowledged]cue [“it will be very hard for us to win” if she loses the coast]content'],
  ],
  [
    'a clause joined with that',
    'Roe said his staff “did the wrong thing” on Friday, but that the ban was “an outrage”.',
    ['[Roe]source [said]cue [his staff “did the wrong thing” on Friday, but that the ban was “an outrage”]content'],
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
    'what stands behind a colon is part of a clause',
    'Roe said the plan fails for one reason: it costs too much.',
    ['[Roe]source [said]cue [the plan fails for one reason: it costs too much]content'],
  ],
  [
    'a cue in a relative clause',
    'The plan, which officials said will start in May, will not cover fees.',
    ['[which]content [officials]source [said]cue [will start in May]content'],
  ],
  [
    'that behind where it was said',
    'Ida Roe said in her opening remarks that the platform should change.',
    ['[Ida Roe]source [said]cue [that the platform should change]content'],
  ],
  ['a cue that ends the text', 'Peter Brandt, who led Calder Holdings, agreed.', []],
  ['scare quotes', 'The so-called “peace train” left on Monday.', []],
  ['titles of works', 'Her novel “The Long Night of Stones” won a prize.', []],
  ['nicknames', '“Slim” Jim Hale ran for office.', []],
  ['what two sides discussed', 'Russia and Turkey signed an accord. The two sides also discussed grain exports.', []],
])('%s', (_, text, expected) => {
  expect(statementsOf(text)).toEqual(expected);
});

test.each([
  ['Allies of Hale said he would fight on.', []],
  ['Hale allies said he would fight on.', []],
  ['A Hale spokesman said he was ill.', []],
  ['Hale’s lawyer said he was ill.', []],
  ['The Hale campaign said it would appeal.', []],
  ['Aides to Tom Hale said he was ill.', []],
  ['The family of Tom Hale said he was ill.', []],
  ['A person close to Hale said he was ill.', []],
  ['Hale supporter Mia Poe said he was ill.', ['Mia Poe']],
  ['One of the guards, Mia Poe, said he was ill.', ['Mia Poe']],
  ['Former president Tom Hale said he was ill.', ['Tom Hale']],
  ['A spokesman for the Brigades, Tom Hale, called the claim a lie.', ['Tom Hale']],
  ['The head of the federation, Tom Hale, predicted that markets would welcome the move.', ['Tom Hale']],
  ['Speaking after a meeting of the security council, Levan Abuladze said troops had moved.', ['Levan Abuladze']],
  ['Norland Foods chief executive Mia Poe told analysts on a call that he was ill.', ['Mia Poe']],
])('a group around a person is not that person: %s', (text, expected) => {
  const { statements, entities } = extract(`Tom Hale lost the vote on Monday. ${text}`, null);
  expect(statements[0]?.speakers.map((entity) => entities[entity]?.name)).toEqual(expected);
});

test.each([
  [
    'the paragraph’s own speaker',
    'Tom Hale ran the coast until 2019.\n\nShadow minister Dev Anand called for a list. “Let us see the names,” he said.',
    'Dev Anand',
  ],
  [
    'nobody quotes himself by name',
    'Lukas Brandt lost again. Chairman Alan Pike ruled out a change. “Lukas is our man,” he insisted.',
    'Alan Pike',
  ],
  [
    'an unnamed spokesman is not the last man named',
    'Tom Hale ran the coast.\n\nThe minister’s spokesman said the policy was the policy. He declined to say whether it would change.',
    undefined,
  ],
])('whom a pronoun before a cue means: %s', (_, text, expected) => {
  const { statements, entities } = extract(text, null);
  expect(entities[statements.at(-1)?.speakers[0] ?? -1]?.name).toBe(expected);
});

test.each([
  ['“I told my son that you lied,” Ida Roe told Tom Hale.', { I: 'Ida Roe', my: 'Ida Roe', you: 'Tom Hale' }],
  ['“He told me I was fine,” said Ida Roe.', { me: 'Ida Roe', I: 'Ida Roe' }],
  ['“We will not yield,” the union Sintren said.', { We: 'Sintren' }],
  ['“He said, ‘I will go,’ and it was over,” Ida Roe said.', {}],
  ['“We will not yield,” Ida Roe said.', {}],
])('words for speaker and addressee are mentions: %s', (text, expected) => {
  const { mentions, entities, statements } = extract(text, null);
  const spoken = mentions.filter(
    ({ span, kind }) => kind === 'PRONOUN' && !/^he$/i.test(text.slice(span.start, span.end)),
  );
  expect(
    Object.fromEntries(spoken.map(({ span, entity }) => [text.slice(span.start, span.end), entities[entity]?.name])),
  ).toEqual(expected);
  for (const [number, entity] of entities.entries())
    expect(entity.mentions.map((mention) => mentions[mention]?.entity)).toEqual(entity.mentions.map(() => number));
  expect(statements).not.toHaveLength(0);
});

test.each([
  ['“I will not go,” Ida Roe told Tom Hale.', ['Ida Roe']],
  ['“I told you so,” Ida Roe told Tom Hale.', ['Ida Roe', 'Tom Hale']],
  ['“We will not yield,” the union Sintren said.', ['Sintren']],
])('whom I, we and you mean: %s', (text, expected) => {
  const { statements, entities } = extract(text, null);
  expect(statements[0]?.about.map((entity) => entities[entity]?.name)).toEqual(expected);
});
