#!/usr/bin/env node
import { runCommand } from './run.js';
import { terminal } from './terminal.js';

process.exitCode = await runCommand(process.argv.slice(2), terminal);
