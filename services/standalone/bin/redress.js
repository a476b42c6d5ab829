#!/usr/bin/env node
import { runRedress } from '../dist/index.js';

await runRedress(process.argv.slice(2));
