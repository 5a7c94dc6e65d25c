"""Pages: they ask and show; no formula, no Cypher, no rule of the domain."""
