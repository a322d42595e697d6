DROP INDEX `offices_person`;--> statement-breakpoint
CREATE INDEX `offices_person` ON `offices` (`person_id`,seen desc,`position_id`);