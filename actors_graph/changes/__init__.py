"""Whatever builds a change set: imports, forms, undo."""
