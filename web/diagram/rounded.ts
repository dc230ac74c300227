/** Lines with round corners. Pure. */

/** A path along right-angled points, its corners rounded. */
export function rounded(points: readonly [number, number][]): string {
  const [first, ...rest] = points;
  let d = `M${first![0]} ${first![1]}`;
  rest.forEach(([x, y], i) => {
    const [px, py] = points[i]!;
    const next = rest[i + 1];
    if (next === undefined) return void (d += `L${x} ${y}`);
    const back = Math.min(5, Math.hypot(x - px, y - py) / 2, Math.hypot(next[0] - x, next[1] - y) / 2);
    const toward = ([ax, ay]: readonly [number, number]): string =>
      `${x + Math.sign(ax - x) * back} ${y + Math.sign(ay - y) * back}`;
    d += `L${toward([px, py])}Q${x} ${y} ${toward(next)}`;
  });
  return d;
}
