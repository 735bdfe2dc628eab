// Loaded into the started program before its own code: ends it when the test runner is gone, killed even,
// which no cleaning up of the runner's own could see to.

process.on('disconnect', () => process.exit(70));
// The program itself decides how long it runs.
process.channel?.unref();
