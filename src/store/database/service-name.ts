/** Under which names the connections of a tenant's servers are known to PostgreSQL, and what tables they were made for. */

/** The name of the service of a tenant, whatever its release. */
export const serviceName = (schema: string | undefined): string =>
  schema === undefined ? 'xiaohao' : `xiaohao ${schema}`;

/** The name of a server's connections: the service's, with the time stamp of the newest migration that the server knows. */
export const serverName = (schema: string | undefined, newest: number): string =>
  serviceName(schema).replace('xiaohao', `xiaohao/${newest}`);

/** SQL: whether a connection of pg_stat_activity is one of a server of the service whose name is `parameter`. PostgreSQL cuts names at 63 letters. */
export const isServerOf = (parameter: string): string => {
  const stripped = `regexp_replace(application_name, '^xiaohao/[0-9]+', 'xiaohao')`;
  return `datname = current_database() AND ${stripped} = left(${parameter}, 63 - length(application_name) + length(${stripped}))`;
};

/** SQL: the newest migration that a connection's server knows; null for servers from before this was said. */
export const TABLES_OF = `substring(application_name from '^xiaohao/([0-9]+)')::bigint`;
