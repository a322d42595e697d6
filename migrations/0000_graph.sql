CREATE TABLE `actors` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`mention_count` integer DEFAULT 0 NOT NULL,
	`article_count` integer DEFAULT 0 NOT NULL,
	`founder` text NOT NULL,
	`merged_into` text,
	FOREIGN KEY (`merged_into`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "actors_type" CHECK(type in ('PERSON', 'ORGANISATION', 'PLACE'))
);
--> statement-breakpoint
CREATE INDEX `actors_name` ON `actors` (`type`,`name_key`,`id`);--> statement-breakpoint
CREATE INDEX `actors_mentions` ON `actors` (`type`,`mention_count`,`id`);--> statement-breakpoint
CREATE INDEX `actors_articles` ON `actors` (`type`,`article_count`,`id`);--> statement-breakpoint
CREATE INDEX `actors_merged` ON `actors` (`merged_into`);--> statement-breakpoint
CREATE TABLE `aliases` (
	`id` integer PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`alias` text NOT NULL,
	`alias_key` text NOT NULL,
	`seen` integer NOT NULL,
	`named` integer NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `aliases_actor` ON `aliases` (`actor_id`,`alias`);--> statement-breakpoint
CREATE INDEX `aliases_key` ON `aliases` (`alias_key`,`actor_id`);--> statement-breakpoint
CREATE TABLE `article_bands` (
	`band` integer NOT NULL,
	`article_id` text NOT NULL,
	PRIMARY KEY(`band`, `article_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `article_bands_article` ON `article_bands` (`article_id`);--> statement-breakpoint
CREATE TABLE `articles` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`hash` text NOT NULL,
	`url` text,
	`title` text NOT NULL,
	`publisher` text,
	`publisher_entity` integer,
	`dateline_entity` integer,
	`authors` text NOT NULL,
	`language` text NOT NULL,
	`published_at` text,
	`published_key` text NOT NULL,
	`word_count` integer NOT NULL,
	`ingested_at` text NOT NULL,
	`signature` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`publisher_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`dateline_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_id_unique` ON `articles` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_url` ON `articles` (`url`);--> statement-breakpoint
CREATE UNIQUE INDEX `articles_hash` ON `articles` (`hash`);--> statement-breakpoint
CREATE INDEX `articles_published` ON `articles` (`published_key`,`id`);--> statement-breakpoint
CREATE INDEX `articles_published_dated` ON `articles` ((published_key = ''),`published_key`,`id`);--> statement-breakpoint
CREATE INDEX `articles_ingested` ON `articles` (`ingested_at`,`id`);--> statement-breakpoint
CREATE INDEX `articles_title` ON `articles` (`title`,`id`);--> statement-breakpoint
CREATE INDEX `articles_publisher` ON `articles` ("publisher" COLLATE NOCASE,`published_key`);--> statement-breakpoint
CREATE INDEX `articles_publisher_entity` ON `articles` (`publisher_entity`);--> statement-breakpoint
CREATE INDEX `articles_dateline_entity` ON `articles` (`dateline_entity`);--> statement-breakpoint
CREATE TABLE `entities` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`article_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`type` text NOT NULL,
	`name` text NOT NULL,
	`forms` text NOT NULL,
	`mention_count` integer NOT NULL,
	`listed_count` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`published_key` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entities_type" CHECK(type in ('PERSON', 'ORGANISATION', 'PLACE'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entities_key` ON `entities` (`key`);--> statement-breakpoint
CREATE INDEX `entities_article` ON `entities` (`article_id`,`type`,`listed_count`,`ordinal`);--> statement-breakpoint
CREATE INDEX `entities_actor` ON `entities` (`actor_id`,`published_key`,`article_id`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`id` integer PRIMARY KEY NOT NULL,
	`entity_id` integer NOT NULL,
	`kind` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "mentions_kind" CHECK(kind in ('NAME', 'NOMINAL', 'PRONOUN')),
	CONSTRAINT "mentions_span" CHECK("start" >= 0 and "start" < "end")
);
--> statement-breakpoint
CREATE INDEX `mentions_entity` ON `mentions` (`entity_id`,`start`);--> statement-breakpoint
CREATE TABLE `offices` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`title` text NOT NULL,
	`former` integer NOT NULL,
	`organisation_id` text,
	`place_id` text,
	`seen` integer NOT NULL,
	`position_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `offices_person` ON `offices` (`person_id`,`seen`);--> statement-breakpoint
CREATE INDEX `offices_organisation` ON `offices` (`organisation_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `offices_place` ON `offices` (`place_id`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`acronym` text,
	`country_code` text,
	FOREIGN KEY (`id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "organisations_kind" CHECK(kind in ('GOVERNMENT', 'MILITARY', 'ARMED_GROUP', 'PARTY', 'COMPANY', 'MEDIA', 'INTERNATIONAL', 'COURT', 'POLICE', 'UNIVERSITY', 'CLUB', 'UNION', 'NGO', 'OTHER'))
);
--> statement-breakpoint
CREATE INDEX `organisations_kind_id` ON `organisations` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`country_code` text,
	`latitude` real,
	`longitude` real,
	FOREIGN KEY (`id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "places_kind" CHECK(kind in ('COUNTRY', 'REGION', 'CITY', 'FACILITY', 'NATURAL', 'OTHER'))
);
--> statement-breakpoint
CREATE INDEX `places_country` ON `places` (`country_code`,`kind`);--> statement-breakpoint
CREATE INDEX `places_kind_id` ON `places` (`kind`,`id`);--> statement-breakpoint
CREATE TABLE `positions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`person_entity` integer NOT NULL,
	`title` text NOT NULL,
	`former` integer NOT NULL,
	`organisation_entity` integer,
	`place_entity` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `positions_article` ON `positions` (`article_id`);--> statement-breakpoint
CREATE INDEX `positions_person` ON `positions` (`person_entity`);--> statement-breakpoint
CREATE INDEX `positions_organisation` ON `positions` (`organisation_entity`);--> statement-breakpoint
CREATE INDEX `positions_place` ON `positions` (`place_entity`);--> statement-breakpoint
CREATE TABLE `judgements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`left` text NOT NULL,
	`right` text NOT NULL,
	`verdict` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`undone` text,
	CONSTRAINT "judgements_verdict" CHECK(verdict in ('SAME', 'DIFFERENT'))
);
--> statement-breakpoint
CREATE INDEX `judgements_left` ON `judgements` (`left`);--> statement-breakpoint
CREATE INDEX `judgements_right` ON `judgements` (`right`);--> statement-breakpoint
CREATE TABLE `renames` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`actor_id` text NOT NULL,
	`name` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`undone` text
);
--> statement-breakpoint
CREATE INDEX `renames_actor` ON `renames` (`actor_id`);--> statement-breakpoint
CREATE TABLE `event_participants` (
	`id` integer PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`role` text NOT NULL,
	`entity_id` integer,
	`position` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "event_participants_role" CHECK(role in ('ACTOR', 'RECIPIENT')),
	CONSTRAINT "event_participants_span" CHECK("start" >= 0 and "start" < "end")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `event_participants_event` ON `event_participants` (`event_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `event_participants_entity` ON `event_participants` (`entity_id`,`position`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`published_key` text NOT NULL,
	`type` text NOT NULL,
	`mode` text,
	`status` text NOT NULL,
	`summary` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`trigger` text NOT NULL,
	`place_entity` integer,
	`statement_id` text,
	`time_text` text,
	`time_start` text,
	`time_end` text,
	`time_precision` text,
	`date_key` text NOT NULL,
	`sentence` text NOT NULL,
	`confidence` real NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`place_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "events_type" CHECK(type in ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'APPOINTMENT', 'ELECTION', 'LEGAL', 'ACCIDENT', 'DISASTER', 'DEATH', 'BUSINESS', 'RELEASE', 'SPORT', 'CEREMONY', 'OTHER')),
	CONSTRAINT "events_status" CHECK(status in ('OCCURRED', 'ONGOING', 'PLANNED', 'ALLEGED', 'DENIED', 'HYPOTHETICAL')),
	CONSTRAINT "events_span" CHECK("start" >= 0 and "start" < "end"),
	CONSTRAINT "events_confidence" CHECK(confidence between 0 and 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_article` ON `events` (`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `events_published` ON `events` (`published_key`,`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `events_date` ON `events` (`date_key`,`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `events_dated` ON `events` ((date_key = ''),`date_key`,`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `events_type_published` ON `events` (`type`,`published_key`,`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `events_status_published` ON `events` (`status`,`published_key`,`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `events_confidence_id` ON `events` (`confidence`,`id`);--> statement-breakpoint
CREATE INDEX `events_place` ON `events` (`place_entity`);--> statement-breakpoint
CREATE INDEX `events_statement` ON `events` (`statement_id`);--> statement-breakpoint
CREATE TABLE `spans` (
	`owner_id` text NOT NULL,
	`role` text NOT NULL,
	`ordinal` integer NOT NULL,
	`article_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`owner_id`, `role`, `ordinal`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "spans_role" CHECK(role in ('EVIDENCE', 'CONTENT')),
	CONSTRAINT "spans_span" CHECK("start" >= 0 and "start" < "end")
);
--> statement-breakpoint
CREATE INDEX `spans_article` ON `spans` (`article_id`);--> statement-breakpoint
CREATE TABLE `statement_actors` (
	`id` integer PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`role` text NOT NULL,
	`ordinal` integer NOT NULL,
	`entity_id` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "statement_actors_role" CHECK(role in ('SPEAKER', 'ADDRESSEE', 'ABOUT'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statement_actors_statement` ON `statement_actors` (`statement_id`,`role`,`ordinal`);--> statement-breakpoint
CREATE INDEX `statement_actors_entity` ON `statement_actors` (`entity_id`,`role`,`position`);--> statement-breakpoint
CREATE TABLE `statements` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`article_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`published_key` text NOT NULL,
	`kind` text NOT NULL,
	`act` text NOT NULL,
	`text` text NOT NULL,
	`cue` text,
	`source` text,
	`via` text,
	`via_entity` integer,
	`affiliation_entity` integer,
	`negated` integer NOT NULL,
	`place_entity` integer,
	`time_text` text,
	`time_start` text,
	`time_end` text,
	`time_precision` text,
	`sentence` text NOT NULL,
	`confidence` real NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`via_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`affiliation_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`place_entity`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "statements_kind" CHECK(kind in ('DIRECT', 'INDIRECT', 'MIXED')),
	CONSTRAINT "statements_act" CHECK(act in ('SAY', 'CLAIM', 'ARGUE', 'SUGGEST', 'EXPLAIN', 'ANNOUNCE', 'CONFIRM', 'ADMIT', 'DENY', 'REJECT', 'ACCUSE', 'CRITICISE', 'PRAISE', 'SUPPORT', 'THANK', 'APOLOGISE', 'WARN', 'THREATEN', 'PROMISE', 'DEMAND', 'URGE', 'PROPOSE', 'ASK', 'ANSWER', 'DECLINE', 'PREDICT', 'DESCRIBE', 'REPORT', 'FIND', 'AGREE', 'BELIEVE', 'WANT')),
	CONSTRAINT "statements_confidence" CHECK(confidence between 0 and 1)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `statements_id_unique` ON `statements` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `statements_article` ON `statements` (`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `statements_published` ON `statements` (`published_key`,`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `statements_confidence_id` ON `statements` (`confidence`,`id`);--> statement-breakpoint
CREATE INDEX `statements_kind_published` ON `statements` (`kind`,`published_key`,`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `statements_act_published` ON `statements` (`act`,`published_key`,`article_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `statements_via` ON `statements` (`via_entity`);--> statement-breakpoint
CREATE INDEX `statements_affiliation` ON `statements` (`affiliation_entity`);--> statement-breakpoint
CREATE INDEX `statements_place` ON `statements` (`place_entity`);