"""Whatever builds a change set: imports, forms, erasures, undo. Only a session applies it."""
