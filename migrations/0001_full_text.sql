-- Full-text indexes over articles, statements and names, which drizzle's schema cannot say. Triggers keep them in step, so that nothing can be stored without being found.
CREATE VIRTUAL TABLE `articles_text` USING fts5(title, text, content='articles', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER `articles_text_insert` AFTER INSERT ON `articles` BEGIN
  INSERT INTO `articles_text`(rowid, title, text) VALUES (new.number, new.title, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER `articles_text_delete` AFTER DELETE ON `articles` BEGIN
  INSERT INTO `articles_text`(`articles_text`, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
--> statement-breakpoint
CREATE TRIGGER `articles_text_update` AFTER UPDATE OF title, text ON `articles` BEGIN
  INSERT INTO `articles_text`(`articles_text`, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO `articles_text`(rowid, title, text) VALUES (new.number, new.title, new.text);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `statements_text` USING fts5(text, content='statements', content_rowid='number', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER `statements_text_insert` AFTER INSERT ON `statements` BEGIN
  INSERT INTO `statements_text`(rowid, text) VALUES (new.number, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER `statements_text_delete` AFTER DELETE ON `statements` BEGIN
  INSERT INTO `statements_text`(`statements_text`, rowid, text) VALUES ('delete', old.number, old.text);
END;
--> statement-breakpoint
CREATE TRIGGER `statements_text_update` AFTER UPDATE OF text ON `statements` BEGIN
  INSERT INTO `statements_text`(`statements_text`, rowid, text) VALUES ('delete', old.number, old.text);
  INSERT INTO `statements_text`(rowid, text) VALUES (new.number, new.text);
END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `names_text` USING fts5(alias, content='aliases', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER `names_text_insert` AFTER INSERT ON `aliases` BEGIN
  INSERT INTO `names_text`(rowid, alias) VALUES (new.id, new.alias);
END;
--> statement-breakpoint
CREATE TRIGGER `names_text_delete` AFTER DELETE ON `aliases` BEGIN
  INSERT INTO `names_text`(`names_text`, rowid, alias) VALUES ('delete', old.id, old.alias);
END;
--> statement-breakpoint
CREATE TRIGGER `names_text_update` AFTER UPDATE OF alias ON `aliases` BEGIN
  INSERT INTO `names_text`(`names_text`, rowid, alias) VALUES ('delete', old.id, old.alias);
  INSERT INTO `names_text`(rowid, alias) VALUES (new.id, new.alias);
END;
