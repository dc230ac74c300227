/** The service as a process of its own on a database of the bench: started by bench/http.ts, it sends its address. */
import 'reflect-metadata';
import { readConfig } from '../src/config.js';
import { bootstrap } from '../src/main.js';

bootstrap(readConfig(process.env), () => undefined).then(
  (running) => {
    process.once('message', () => void running.stop().then(() => process.disconnect()));
    process.send!({ url: running.url });
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
