"""Ties and actors where people write them: one module a shape, one that leads to them."""
