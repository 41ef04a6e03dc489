"""Brugwerk: products of teacher learning networks, and the pages that carry them into schools.

Data flows one way through the rooms: read → check → catalogue → derive → render → publish.
"""

__version__ = "0.1.0"
