import cluster from 'node:cluster';

/**
 * Loaded into a server before anything else, whichever it is: tells the parent, when asked, how much processor time the
 * process has used. It does not keep the process alive, and ends it when the parent has gone. Workers of a server load
 * it too: they hear of their own parent alone, and do without.
 */
if (cluster.isPrimary) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.on('disconnect', () => process.exit());
  process.channel?.unref();
}
