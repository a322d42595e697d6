// Made by `npm run client:generate`; not to be edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@apollo/client';
/** How much of a statement's content stands inside quotation marks. */
export type StatementKind =
  /** All of it stands inside quotation marks: a quotation. */
  | 'DIRECT'
  /** None of it does: reported speech. */
  | 'INDIRECT'
  /** Some of it does: reported speech with words quoted. */
  | 'MIXED';

/** What somebody does by saying something, after the verb that reports it. */
export type SpeechAct =
  /** Said, told, added, wrote. */
  | 'SAY'
  /** Claimed, alleged, asserted, insisted: the reporter does not vouch for it. */
  | 'CLAIM'
  /** Argued, reasoned, contended. */
  | 'ARGUE'
  /** Suggested, hinted, implied. */
  | 'SUGGEST'
  /** Explained, clarified, elaborated. */
  | 'EXPLAIN'
  /** Announced, declared, unveiled. */
  | 'ANNOUNCE'
  /** Confirmed, reiterated, stressed. */
  | 'CONFIRM'
  /** Admitted, conceded, acknowledged, confessed. */
  | 'ADMIT'
  /** Denied, refuted, rebutted. */
  | 'DENY'
  /** Rejected, dismissed, refused, disputed. */
  | 'REJECT'
  /** Accused, blamed, alleged against someone. */
  | 'ACCUSE'
  /** Criticised, condemned, mocked. */
  | 'CRITICISE'
  /** Praised, hailed, congratulated. */
  | 'PRAISE'
  /** Endorsed, backed, defended. */
  | 'SUPPORT'
  /** Thanked somebody for something. */
  | 'THANK'
  /** Apologised to somebody, or for something. */
  | 'APOLOGISE'
  /** Warned, cautioned against something. */
  | 'WARN'
  /** Threatened somebody, or to do something. */
  | 'THREATEN'
  /** Promised, pledged, vowed. */
  | 'PROMISE'
  /** Demanded, ordered, called for. */
  | 'DEMAND'
  /** Urged, advised, appealed. */
  | 'URGE'
  /** Proposed, offered, recommended. */
  | 'PROPOSE'
  /** Asked, questioned, wondered. */
  | 'ASK'
  /** Answered, replied, responded. */
  | 'ANSWER'
  /** Declined or refused to say. */
  | 'DECLINE'
  /** Predicted, forecast, foresaw. */
  | 'PREDICT'
  /** Described, called, compared. */
  | 'DESCRIBE'
  /** Reported, revealed, cited: hands on what another source holds. */
  | 'REPORT'
  /** Found, showed, concluded: a study, a poll, a document. */
  | 'FIND'
  /** Agreed with somebody, or to something. */
  | 'AGREE'
  /** Believed, thought, feared, expected. */
  | 'BELIEVE'
  /** Wanted, hoped, planned. */
  | 'WANT';

/** A range of days, both inclusive; leave one out for an open end. */
export type DateRange = {
  /** The first day, inclusive; no bound where it is left out. */
  readonly from?: string | null | undefined;
  /** The last day, inclusive; no bound where it is left out. */
  readonly to?: string | null | undefined;
};

/** Which statements. Everything given must hold. */
export type StatementFilter = {
  /** All of these filters hold as well. */
  readonly and?: ReadonlyArray<StatementFilter> | null | undefined;
  /** At least one of these filters holds as well; nothing matches an empty list. */
  readonly or?: ReadonlyArray<StatementFilter> | null | undefined;
  /** This filter does not hold. */
  readonly not?: StatementFilter | null | undefined;
  /** Made by this actor, by its id. */
  readonly speaker?: string | null | undefined;
  /** Made to this actor, by its id. */
  readonly addressee?: string | null | undefined;
  /** Mentions this actor, by its id, with a name or a pronoun. */
  readonly about?: string | null | undefined;
  /** Came through this medium, such as a news agency, by its id. */
  readonly via?: string | null | undefined;
  /** Is of one of these kinds. */
  readonly kind?: ReadonlyArray<StatementKind> | null | undefined;
  /** Is one of these speech acts. */
  readonly act?: ReadonlyArray<SpeechAct> | null | undefined;
  /** Stands in an article that was published in this range. */
  readonly publishedAt?: DateRange | null | undefined;
  /** Words of the content, searched as `Query.search` does. */
  readonly text?: string | null | undefined;
  /** Stands in this article, by its id. */
  readonly article?: string | null | undefined;
  /** Has at least this confidence, from 0 to 1. */
  readonly minConfidence?: number | null | undefined;
};

export type WhoSaidWhatQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: StatementFilter | null | undefined;
}>;


export type WhoSaidWhatQuery = { readonly statements: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly node: { readonly id: string, readonly act: SpeechAct, readonly source: string | null, readonly text: string, readonly via: string | null, readonly speakers: ReadonlyArray<
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
        >, readonly article: { readonly id: string, readonly title: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SpeakerQueryVariables = Exact<{
  name: string;
}>;


export type SpeakerQuery = { readonly person: { readonly id: string, readonly name: string, readonly positions: ReadonlyArray<{ readonly title: string, readonly organisation: { readonly id: string, readonly name: string } | null }> } | null };

export type NewArticlesSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NewArticlesSubscription = { readonly articleIngested: { readonly id: string, readonly title: string, readonly statements: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly act: SpeechAct, readonly source: string | null, readonly text: string, readonly via: string | null, readonly speakers: ReadonlyArray<
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
          | { readonly id: string, readonly name: string }
        >, readonly article: { readonly id: string, readonly title: string } }> } } };

export type QuotationFragment = { readonly id: string, readonly act: SpeechAct, readonly source: string | null, readonly text: string, readonly via: string | null, readonly speakers: ReadonlyArray<
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
    | { readonly id: string, readonly name: string }
  >, readonly article: { readonly id: string, readonly title: string } };

export const QuotationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Quotation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Statement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"via"}},{"kind":"Field","name":{"kind":"Name","value":"speakers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<QuotationFragment, unknown>;
export const WhoSaidWhatDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoSaidWhat"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"StatementFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Quotation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Quotation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Statement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"via"}},{"kind":"Field","name":{"kind":"Name","value":"speakers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<WhoSaidWhatQuery, WhoSaidWhatQueryVariables>;
export const SpeakerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Speaker"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SpeakerQuery, SpeakerQueryVariables>;
export const NewArticlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"NewArticles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"articleIngested"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"statements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Quotation"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Quotation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Statement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"act"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"via"}},{"kind":"Field","name":{"kind":"Name","value":"speakers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"article"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]} as unknown as DocumentNode<NewArticlesSubscription, NewArticlesSubscriptionVariables>;
