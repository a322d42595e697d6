import { expect, test } from 'vitest';
import { statementsOf } from './statement-notation.ts';

test.each([
  [
    'who is described behind the verb',
    '“They are waiting,” said Tom Hale, who runs a mill in Quito.',
    ['[“They are waiting,”]content [said]cue [Tom Hale, who runs a mill in Quito]source'],
  ],
  [
    'an office without an article behind a name',
    '“It is over,” said Tom Hale, chairman of the board.',
    ['[“It is over,”]content [said]cue [Tom Hale, chairman of the board]source'],
  ],
  [
    'a description behind what is no quotation',
    'It is over, said Ida Roe, who lost the vote.',
    ['[It is over]content [said]cue [Ida Roe, who lost the vote]source'],
  ],
  [
    'a night is none of the source',
    'The minister’s aide last night denied the report.',
    ['[The minister’s aide]source [denied]cue [the report]content'],
  ],
  [
    'the subject of what is said is not who says it',
    'Roe, wary of the question, said Norvane did “almost nothing” there.',
    ['[Roe, wary of the question]source [said]cue [Norvane did “almost nothing” there]content'],
  ],
  [
    'whoever is asked is spoken to',
    'Asked whether the deal was dead, Ida Roe said it was not.',
    ['[Asked]cue [whether the deal was dead]content to Ida Roe', '[Ida Roe]source [said]cue [it was not]content'],
  ],
  [
    'who asks',
    'Asked by reporters in Quito why she left, Ida Roe laughed.',
    ['[Asked]cue [reporters]source [why she left]content to Ida Roe'],
  ],
  [
    'pressed on something',
    'Pressed on the tariffs, Ida Roe said: “We can wait for nine months.”',
    [
      '[Pressed]cue [on the tariffs]content to Ida Roe',
      '[Ida Roe]source [said]cue [“We can wait for nine months.”]content',
    ],
  ],
  ['a feeling voiced in a speech', 'Ida Roe voiced her fears in a lecture to students on Saturday.', []],
  [
    'an accusation with a day inside',
    'Ida Roe accused Hale on Tuesday of moving the fence.',
    ['[Ida Roe]source [accused]cue [Hale on Tuesday of moving the fence]content'],
  ],
  [
    'claims that are denied',
    'The minister’s aide denied claims that he had moved cash.',
    [
      '[The minister’s aide]source [denied]cue [claims that he had moved cash]content',
      '[claims]cue [that he had moved cash]content',
    ],
  ],
  [
    'it takes a stand',
    'In the evening it confirmed plans to close the mill.',
    ['[it]source [confirmed]cue [plans to close the mill]content'],
  ],
  [
    'said on television',
    'Ida Roe said on state TV that talks had failed.',
    ['[Ida Roe]source [said]cue [that talks had failed]content via state TV'],
  ],
  [
    'through somebody',
    'Through his lawyer, he has denied any wrongdoing.',
    ['[he]source [has denied]cue [any wrongdoing]content via his lawyer'],
  ],
  [
    'according to somebody in a relative clause',
    'It was a drought, which according to the farm ministry has killed a third of the soya.',
    ['[which]content [according to]cue [the farm ministry]source [has killed a third of the soya]content'],
  ],
  [
    'a person slammed by staff',
    'Staff have slammed chef Tom Hale after his inn shut.',
    ['[Staff]source [have slammed]cue [chef Tom Hale after his inn shut]content'],
  ],
  [
    'a gerund denied',
    'Hale’s army on Wednesday denied shelling a market.',
    ['[Hale’s army]source [denied]cue [shelling a market]content'],
  ],
  [
    'what is brushed aside',
    'The new minister shrugged off the criticism.',
    ['[The new minister]source [shrugged off]cue [the criticism]content'],
  ],
  [
    'what others did too',
    'Egypt condemned the attack, as did the Union.',
    ['[Egypt]source [condemned]cue [the attack]content'],
  ],
  [
    'what one is appalled by is no medium',
    'Ida Roe said she was appalled by the reports.',
    ['[Ida Roe]source [said]cue [she was appalled by the reports]content'],
  ],
  [
    'whom one tells',
    'They wept as she told a court that she had been ordered to go.',
    ['[she]source [told]cue [that she had been ordered to go]content'],
  ],
  ['nobody tells the truth', 'Neither of them was telling the whole truth.', []],
  [
    'according to somebody of an institute',
    'According to Dewi Lestari of the Nusantara Institute, the speech left the door open.',
    ['[According to]cue [Dewi Lestari of the Nusantara Institute]source [the speech left the door open]content'],
  ],
  [
    'suggestions brushed aside',
    'Tom Hale brushed aside the suggestion.',
    ['[Tom Hale]source [brushed aside]cue [the suggestion]content'],
  ],
  [
    'what those say who dispute something',
    'The estimate is disputed by farmers, who say that half of it is gone.',
    ['[who]source [say]cue [that half of it is gone]content'],
  ],
])('%s', (_rule, text, expected) => {
  expect(statementsOf(text)).toEqual(expected);
});
