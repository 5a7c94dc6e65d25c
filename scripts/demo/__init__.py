"""The demonstration territory: how its files are made (`scripts/build_demo.py` writes them)."""
