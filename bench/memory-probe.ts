// Loaded into a process whose memory is measured: answers each message of the parent with what is in use after a
// collection.

process.on('message', () => {
  global.gc?.();
  global.gc?.();
  process.send?.(process.memoryUsage());
});
