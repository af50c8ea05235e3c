import { text } from 'node:stream/consumers';
import { beantwoord } from './beantwoord.js';

const { uitvoer, uitgang } = beantwoord(await text(process.stdin));
process.stdout.write(uitvoer);
process.exitCode = uitgang;
