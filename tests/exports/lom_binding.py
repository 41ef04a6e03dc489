"""The order and number of elements in the binding IMS Metadata 1.2.4, in our own words.

Its schema may not be passed on without registering, so that it does not stand here. Each element
names its children in order; ``*`` is any number, ``?`` at most one, and without a sign exactly one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "{http://www.imsglobal.org/xsd/imsmd_v1p2}"
_VALUE = "source value"
CHILDREN = {
    "lom": "general? lifecycle? metametadata? technical? educational? rights? relation* "
    "annotation* classification*",
    "general": "identifier? title? catalogentry* language* description* keyword* coverage* "
    "structure? aggregationlevel?",
    "lifecycle": "version? status? contribute*",
    "contribute": "role centity* date?",
    "centity": "vcard",
    "metametadata": "identifier? catalogentry* contribute* metadatascheme* language?",
    "technical": "format* size? location* requirement* installationremarks? "
    "otherplatformrequirements? duration?",
    "educational": "interactivitytype? learningresourcetype* interactivitylevel? "
    "semanticdensity? intendedenduserrole* context* typicalagerange* difficulty? "
    "typicallearningtime? description? language*",
    "rights": "cost? copyrightandotherrestrictions? description?",
    "relation": "kind? resource?",
    "resource": "identifier? description? catalogentry*",
    "classification": "purpose? taxonpath* description? keyword*",
    "taxonpath": "source? taxon*",
    "taxon": "id? entry?",
    "catalogentry": "catalog entry",
    "date": "datetime? description?",
    "typicallearningtime": "datetime? description?",
    **dict.fromkeys(("source", "value"), "langstring"),
    **dict.fromkeys(
        ("title", "entry", "description", "keyword", "version", "typicalagerange"), "langstring+"
    ),
    **dict.fromkeys(("aggregationlevel", "status", "role", "learningresourcetype"), _VALUE),
    **dict.fromkeys(("intendedenduserrole", "context", "cost", "kind", "purpose"), _VALUE),
    "copyrightandotherrestrictions": _VALUE,
}
TEXT_ONLY = {
    *("langstring", "catalog", "language", "vcard", "datetime", "metadatascheme", "format"),
    *("location", "id"),
}


def name_of(element: _Element) -> str:
    """The name of an element of the binding, without its namespace."""
    assert str(element.tag).startswith(NAMESPACE), element.tag
    return str(element.tag).removeprefix(NAMESPACE)


def assert_follows_the_binding(lom: _Element) -> None:
    """Fail where an element stands where the binding does not let it stand."""
    for element in lom.iter():
        name = name_of(element)
        children = "".join(f"{name_of(child)} " for child in element)
        if name in TEXT_ONLY:
            assert children == "", name
            continue
        allowed = re.sub(r"([a-z]+)([?*+]?) ?", r"(\1 )\2", CHILDREN[name])
        assert re.fullmatch(allowed, children), f"{name}: {children}"
        assert not (element.text or "").strip(), f"text in {name}"
