/** The README's tour, run as it is written, against a service started with the README's command. */
import { makeHome, run, tour, tourTools, withCurl, type Home } from '../support/service.js';

let home: Home;
beforeAll(() => {
  home = makeHome();
});
afterAll(() => home.remove());

withCurl(
  'takes an opinion from the meeting to the struck-off number, and nothing is lost by kill -9 or a second start',
  async () => {
    const first = await home.start();
    const said = run(first, tour);

    expect(said.match(/销号率 .*/g)).toEqual(['销号率 0/1', '销号率 1/1']);
    expect(said).toContain('已销号');
    // taken again, it goes on with the accounts that are there
    expect(run(first, tour).match(/销号率 .*/g)).toEqual(['销号率 1/2', '销号率 2/2']);
    first.child.kill('SIGKILL');
    await first.gone;
    const look = `${tourTools}
      sign_in leader five-minutes
      get leader reports/closure | pick "d.total.measures.closureRate.numerator + '/' + d.total.measures.closureRate.denominator"`;
    const second = await home.start();
    expect(run(second, look).trim()).toBe('2/2');
    second.child.kill('SIGTERM');
    expect(await second.gone).toBe(0);
    const third = await home.start();
    expect(run(third, look).trim()).toBe('2/2');
    third.child.kill('SIGHUP'); // as when the window of its terminal is closed
    expect(await third.gone).toBe(0);
  },
  180_000,
);
