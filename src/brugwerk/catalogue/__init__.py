"""Only sound records, linked to each other, and never changed again."""

from brugwerk.catalogue.catalogue import Catalogue, build_catalogue

__all__ = ["Catalogue", "build_catalogue"]
