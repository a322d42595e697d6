#!/usr/bin/env node
import { runProgram } from './program.ts';

// Whoever reads our output may stop before its end: that is no failure.
process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));

const status = await runProgram(process.argv.slice(2), process.env);
// Where the command has set a status of its own, that one stays.
if (status !== 0) process.exitCode = status;
