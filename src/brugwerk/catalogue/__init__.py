"""Only sound records, linked to each other, and never changed again."""

from brugwerk.catalogue.catalogue import Catalogue, build_catalogue
from brugwerk.catalogue.elsewhere import Elsewhere

__all__ = ["Catalogue", "Elsewhere", "build_catalogue"]
