"""Benchmarks of Brugwerk: what it costs and how well it does, for anyone to repeat."""
