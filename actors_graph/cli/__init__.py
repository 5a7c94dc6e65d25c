"""Commands: they ask and print; no formula, no Cypher, no rule of the domain."""
