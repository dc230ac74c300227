/** The command line: `xiaohao <command>`, for checks, backups and files too large for a browser. */
import 'reflect-metadata';
import type { CommandLine } from './console/command-line.js';
import { COMMAND_LINES } from './console/commands.js';
import type { Said } from './domain/errors.js';
import { RELEASE } from './release.js';

const HELP = new Set(['help', '--help', '-h']);

/** Runs one command; answers the exit code: 0 done and found right, 1 found wrong or refused, 2 asked for in a wrong way. */
export async function main(args: readonly string[], print: (line: string) => void = console.log): Promise<number> {
  if (args[0] === 'version' || args[0] === '--version') {
    print(RELEASE);
    return 0;
  }
  const command = COMMAND_LINES.find(({ words }) => words.every((word, at) => args[at] === word));
  if (command === undefined && (args.length === 0 || HELP.has(args[0]!))) {
    print(usage(COMMAND_LINES));
    return 0;
  }
  if (command === undefined) {
    const near = nearest(args);
    print(`没有这个命令 / no such command: ${args.join(' ')}`);
    if (near.length > 0) print(usage(near));
    print('全部命令 / all commands: xiaohao help');
    return 2;
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

/** The commands that begin with the same word, else those whose names hold it or are held by it. */
function nearest([first = '']: readonly string[]): CommandLine[] {
  const same = COMMAND_LINES.filter(({ words }) => words[0] === first);
  if (same.length > 0) return same;
  return COMMAND_LINES.filter(({ words }) => {
    const name = words.join('-');
    return name.includes(first) || words.some((word) => first.includes(word));
  });
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
