/** Ids for rows that are made in bulk. */

/** SQL for the id of the n-th row: like a UUID of version 7, later ones are larger. */
export const copyId = (n: string): string =>
  `(lpad(to_hex(${n}), 8, '0') || '-0000-7' || substr(md5(${n}::text), 1, 3) || '-8' || substr(md5(${n}::text), 4, 3) || '-' || substr(md5(${n}::text), 7, 12))::uuid`;
