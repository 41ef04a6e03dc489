"""Puts generated pages on the web: each is rendered, framed and written by itself."""
