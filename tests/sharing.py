"""What another site shares, small and sound, for tests to change in one place."""

from __future__ import annotations

import json
from typing import Any

from brugwerk.read.shared import at_home, kept, read_shared
from brugwerk.records.sharing import KeptCatalogue, SharedCatalogue

Data = dict[str, Any]
ROOT = "https://noord.example.org/kb/"
PLACE = f"{ROOT}catalogue.json"
SETTINGS = {"sources": [{"id": "noord", "name": "Kennisbank Noord", "catalogue": PLACE}]}


def shared_product(**changes: Any) -> Data:
    """A lesson about stars, of which one theme is known here and one is not."""
    return {
        "id": "sterren-kijken",
        "address": f"{ROOT}producten/sterren-kijken/",
        "title": "Sterren kijken",
        "summary": "Leerlingen tekenen de hemel van vanavond.",
        "type": "lesson",
        "status": "tested",
        "language": "nl",
        "license": "CC-BY-4.0",
        "changed": "2026-05-12",
        "credits": ["Een Verzonnen Mens"],
        "levels": ["groep-5", "groep-6"],
        "themes": ["hoogbegaafdheid", "ruimtevaart"],
        "goals": ["Je kunt de Grote Beer aanwijzen."],
        "audience": "Wie graag omhoog kijkt.",
        "duration": "PT50M",
        "sessions": 2,
        **changes,
    }


def shared(*products: Data, **changes: Any) -> Data:
    """The catalogue of a site in the north, with the given products or else with one."""
    return {
        "format": "brugwerk-catalogue",
        "version": "1.0",
        "site": {"title": "Wat wij maakten", "language": "nl", "address": ROOT},
        "products": list(products or (shared_product(),)),
        "terms": [
            {
                "scheme": "themes",
                "terms": [
                    {"id": "hoogbegaafdheid", "nl": "knappe koppen", "en": "clever"},
                    {"id": "ruimtevaart", "nl": "reizen door de ruimte", "en": "space travel"},
                ],
            }
        ],
        **changes,
    }


def as_bytes(data: Any) -> bytes:
    """Write data as a site serves it."""
    return json.dumps(data, ensure_ascii=False).encode("utf-8")


def kept_copy(data: Data | None = None, place: str = PLACE) -> KeptCatalogue:
    """What is kept of what a site shares."""
    return kept(at_home(read_shared(as_bytes(data or shared()), SharedCatalogue), ""), place)
