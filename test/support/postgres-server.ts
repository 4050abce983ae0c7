// The real PostgreSQL server that tests run against; the benches use the same one.
export { freePort, type PostgresServer, startPostgresServer } from '../../scripts/workshop/postgres-server';
