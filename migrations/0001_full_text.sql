-- What the schema's language cannot say: indexes over expressions, and full-text indexes over articles, statements and names that the database itself keeps in step.
CREATE INDEX `articles_published` ON `articles` (coalesce(`published_at`, ''), `id`);
--> statement-breakpoint
CREATE INDEX `statements_published` ON `statements` (coalesce(`published_at`, ''), `article_id`, `ordinal`);
--> statement-breakpoint
CREATE INDEX `events_published` ON `events` (coalesce(`published_at`, ''), `article_id`, `ordinal`);
--> statement-breakpoint
CREATE INDEX `events_date` ON `events` (coalesce(`time_start`, ''), `id`);
--> statement-breakpoint
CREATE VIRTUAL TABLE `articles_text` USING fts5(title, text, content='articles', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `articles_text_insert` AFTER INSERT ON `articles` BEGIN
  INSERT INTO `articles_text`(rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER `articles_text_delete` AFTER DELETE ON `articles` BEGIN
  INSERT INTO `articles_text`(`articles_text`, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
END;
--> statement-breakpoint
CREATE TRIGGER `articles_text_update` AFTER UPDATE OF title, text ON `articles` BEGIN
  INSERT INTO `articles_text`(`articles_text`, rowid, title, text) VALUES ('delete', old.rowid, old.title, old.text);
  INSERT INTO `articles_text`(rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `statements_text` USING fts5(text, content='statements', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `statements_text_insert` AFTER INSERT ON `statements` BEGIN
  INSERT INTO `statements_text`(rowid, text) VALUES (new.rowid, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER `statements_text_delete` AFTER DELETE ON `statements` BEGIN
  INSERT INTO `statements_text`(`statements_text`, rowid, text) VALUES ('delete', old.rowid, old.text);
END;
--> statement-breakpoint
CREATE TRIGGER `statements_text_update` AFTER UPDATE OF text ON `statements` BEGIN
  INSERT INTO `statements_text`(`statements_text`, rowid, text) VALUES ('delete', old.rowid, old.text);
  INSERT INTO `statements_text`(rowid, text) VALUES (new.rowid, new.text);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `names_text` USING fts5(alias, content='aliases', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `names_text_insert` AFTER INSERT ON `aliases` BEGIN
  INSERT INTO `names_text`(rowid, alias) VALUES (new.rowid, new.alias);
END;
--> statement-breakpoint
CREATE TRIGGER `names_text_delete` AFTER DELETE ON `aliases` BEGIN
  INSERT INTO `names_text`(`names_text`, rowid, alias) VALUES ('delete', old.rowid, old.alias);
END;
--> statement-breakpoint
CREATE TRIGGER `names_text_update` AFTER UPDATE OF alias ON `aliases` BEGIN
  INSERT INTO `names_text`(`names_text`, rowid, alias) VALUES ('delete', old.rowid, old.alias);
  INSERT INTO `names_text`(rowid, alias) VALUES (new.rowid, new.alias);
END;
