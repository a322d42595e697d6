ALTER TABLE `judgements` ADD `name` text;--> statement-breakpoint
CREATE INDEX `judgements_left_name` ON `judgements` (`left`) WHERE name is not null;--> statement-breakpoint
CREATE INDEX `judgements_right_name` ON `judgements` (`right`) WHERE name is not null;--> statement-breakpoint
-- Earlier versions gave articles countries that had been merged away, and miscounted after merges: what is derived is made anew.
UPDATE `entities` SET `actor_id` = (SELECT a.`merged_into` FROM `actors` a WHERE a.`id` = `entities`.`actor_id`)
  WHERE `actor_id` IN (SELECT `id` FROM `actors` WHERE `merged_into` IS NOT NULL);
--> statement-breakpoint
UPDATE `entities` SET `listed_count` = t.`listed` FROM (
  SELECT `id`, iif(row_number() OVER (PARTITION BY `article_id`, `actor_id` ORDER BY `mention_count` = 0, `id`) = 1, sum(`mention_count`) OVER (PARTITION BY `article_id`, `actor_id`), 0) AS `listed` FROM `entities`
) t WHERE t.`id` = `entities`.`id` AND t.`listed` <> `entities`.`listed_count`;
--> statement-breakpoint
UPDATE `actors` SET `mention_count` = t.`mentions`, `article_count` = t.`articles` FROM (
  SELECT a.`id`, coalesce(sum(e.`listed_count`), 0) AS `mentions`, count(e.`id`) AS `articles` FROM `actors` a LEFT JOIN `entities` e ON e.`actor_id` = a.`id` AND e.`listed_count` > 0 GROUP BY a.`id`
) t WHERE t.`id` = `actors`.`id` AND (t.`mentions` <> `actors`.`mention_count` OR t.`articles` <> `actors`.`article_count`);
--> statement-breakpoint
DELETE FROM `aliases` WHERE `seen` <= 0 AND NOT EXISTS (SELECT 1 FROM `renames` r JOIN `actors` a ON a.`id` = r.`actor_id` WHERE a.`merged_into` IS NULL AND r.`actor_id` = `aliases`.`actor_id` AND r.`name` = `aliases`.`alias` AND r.`undone` IS NULL);
--> statement-breakpoint
DELETE FROM `offices`;
--> statement-breakpoint
INSERT INTO `offices` (`person_id`, `title`, `former`, `organisation_id`, `place_id`, `seen`, `position_id`)
  SELECT e.`actor_id`, min(p.`title`), p.`former`, o.`actor_id`, l.`actor_id`, count(DISTINCT p.`article_id`), min(p.`id`)
  FROM `positions` p JOIN `entities` e ON e.`id` = p.`person_entity` LEFT JOIN `entities` o ON o.`id` = p.`organisation_entity` LEFT JOIN `entities` l ON l.`id` = p.`place_entity`
  GROUP BY e.`actor_id`, lower(p.`title`), p.`former`, o.`actor_id`, l.`actor_id`;
--> statement-breakpoint
-- Tells a file from its backups.
CREATE TABLE `file_stamp` (`stamp` text NOT NULL);
