import { conformiteit } from './conformiteit.js';

process.exitCode = await conformiteit(process.argv.slice(2), process.env, {
  schrijf: (regel) => {
    console.log(regel);
  },
  fout: (regel) => {
    console.error(regel);
  },
});
