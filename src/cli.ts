/** The command line: `xiaohao <command>`, for checks, backups and files too large for a browser. */
import 'reflect-metadata';
import type { CommandLine } from './console/command-line.js';
import { COMMAND_LINES } from './console/commands.js';
import type { Said } from './domain/errors.js';
import { RELEASE } from './release.js';

/** Runs one command; answers the exit code: 0 done and found right, 1 found wrong or refused, 2 asked for in a wrong way. */
export async function main(args: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  if (args[0] === 'version' || args[0] === '--version') {
    print(RELEASE);
    return 0;
  }
  const command = COMMAND_LINES.find(({ words }) => words.every((word, at) => args[at] === word));
  if (command === undefined) {
    print(usage(COMMAND_LINES));
    return args.length === 0 || args[0] === 'help' || args[0] === '--help' ? 0 : 2;
  }
  try {
    return await command.run(args.slice(command.words.length), print);
  } catch (error) {
    const { messageZh, message } = error as Partial<Said> & Error;
    if (messageZh !== undefined) print(messageZh);
    print(message);
    return 1;
  }
}

function usage(commands: readonly CommandLine[]): string {
  const lines = commands.map(
    ({ words, args, says }) => `  xiaohao ${[...words, args].join(' ').trim()}\n      ${says}`,
  );
  return ['用法 / usage:', ...lines].join('\n');
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
}
