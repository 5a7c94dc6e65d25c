"""The store: one contract, SQLite and Neo4j, the journal, backups."""
