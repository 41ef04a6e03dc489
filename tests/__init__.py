"""Tests of Brugwerk: they mirror ``src/``."""
