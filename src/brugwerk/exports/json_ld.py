"""A product as JSON-LD in the head of its page, in the dialect of Edurep and the words of LRMI.

The properties are those of https://schema.org/LearningResource, after the example of Edurep
(kennisnet/edurep-files, ``json-ld-kubus.txt``) and the profile TrainingMaterial 1.0 of Bioschemas.
The context stands in the element, so that a reader fetches nothing; it gives the texts of the
product their language, so that they stay plain strings for readers that do not expand.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from brugwerk.exports.metadata import Metadata, metadata_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brugwerk.exports.export import Ground
    from brugwerk.exports.metadata import Maker
    from brugwerk.records.vocabulary import VocabularyTerm
    from brugwerk.render.page import Page

PROFILE = "https://bioschemas.org/profiles/TrainingMaterial/1.0-RELEASE"
CONCEPTS = "http://purl.edustandaard.nl/begrippenkader"
CURRICULUM = "https://opendata.slo.nl/curriculum/uuid"
RESOURCE_TYPES = "http://purl.edustandaard.nl/vdex_learningresourcetype_czp_20060628.xml"
# Texts in the language of the product; all other strings have none.
IN_ITS_LANGUAGE = ("name", "description", "abstract", "keywords", "teaches", "copyrightNotice")
# JSON may escape any sign; without these no text can end the element or begin another one.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_ld_in_head(page: Page, ground: Ground) -> Iterator[Markup]:
    """Yield the description of a product as an element for the head of its page."""
    if (metadata := metadata_of(page, ground)) is None:
        return
    # A lone half of a surrogate pair cannot be encoded; a reader sees that something was there.
    text = (
        json.dumps(json_ld(metadata), ensure_ascii=False, separators=(",", ":"))
        .encode("utf-8", "replace")
        .decode()
    )
    data = text.translate(_ESCAPES)
    yield Markup(f'<script type="application/ld+json">{data}</script>')  # noqa: S704 - escaped


def json_ld(metadata: Metadata) -> dict[str, Any]:
    """Return the description of a product; what is not known is left out."""
    product = metadata.product
    found = {
        "@context": _context(product.language),
        "@id": metadata.identifier,
        "@type": ["CreativeWork", "LearningResource"],
        "dct:conformsTo": {"@id": PROFILE, "@type": "CreativeWork"},
        "name": product.title,
        "description": metadata.description,
        "abstract": metadata.summary,
        "keywords": [_said(word, metadata) for word in metadata.keywords],
        "identifier": [metadata.identifier],
        "url": metadata.url,
        "encodingFormat": "text/html",
        "inLanguage": product.language,
        **_state(metadata),
        **_people(metadata),
        **_rights(metadata),
        **_education(metadata),
        "hasPart": [
            {
                "@type": "CreativeWork",
                "name": part.title,
                "url": part.url,
                "audience": _audience(part.audience.external.get("nl-lom-end-user", "")),
            }
            for part in metadata.parts
        ],
        **_relations(metadata),
    }
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def _context(language: str) -> dict[str, Any]:
    return {
        "@vocab": "https://schema.org/",
        "schema": "https://schema.org/",
        "lom": "http://ltsc.ieee.org/xsd/LOM#",
        "dcterms": "http://purl.org/dc/terms/",
        "dct": "http://purl.org/dc/terms/",
        **{name: {"@id": f"schema:{name}", "@language": language} for name in IN_ITS_LANGUAGE},
    }


def _state(metadata: Metadata) -> dict[str, Any]:
    retirement = metadata.product.retirement
    days = {
        "datePublished": metadata.first_day,
        "dateModified": metadata.last_day,
        "expires": retirement.date if retirement else None,
    }
    return {
        **{name: day.isoformat() for name, day in days.items() if day},
        "version": metadata.product.version,
        "creativeWorkStatus": metadata.status.external.get("bioschemas"),
    }


def _people(metadata: Metadata) -> dict[str, Any]:
    # Who agreed to be named on the page is named in it; other formats leave the page (decision 30).
    named = [{"@type": "Person", "name": credit.name} for credit in metadata.product.credits]
    networks = [_organisation(maker) for maker in metadata.makers]
    return {
        "author": named or networks,
        "contributor": networks if named else None,
        "publisher": _organisation(metadata.publisher),
    }


def _organisation(maker: Maker) -> dict[str, Any]:
    return {"@type": "Organization", "name": maker.name, "url": maker.url}


def _rights(metadata: Metadata) -> dict[str, Any]:
    licence = metadata.licence
    return {
        "isAccessibleForFree": True,
        "dcterms:accessRights": "OpenAccess",
        "license": licence.external.get("uri", licence.url) if licence else None,
        "copyrightNotice": metadata.rights,
        "lom:copyrightAndOtherRestrictions": licence.external.get("nl-lom") if licence else "yes",
    }


def _education(metadata: Metadata) -> dict[str, Any]:
    kind = metadata.kind
    return {
        "learningResourceType": {
            "@type": "DefinedTerm",
            "name": _said(metadata.label(kind), metadata),
            "inDefinedTermSet": RESOURCE_TYPES,
            "termCode": kind.external.get("nl-lom-resource-type", kind.id),
        },
        "lom:aggregationLevel": kind.external.get("nl-lom-aggregation-level"),
        "audience": [_audience(role) for role in metadata.end_user_roles],
        "typicalAgeRange": metadata.age_range,
        "timeRequired": metadata.learning_time,
        "educationalLevel": [
            _concept(term, metadata) for term in (*metadata.sectors, *metadata.levels)
        ],
        "educationalAlignment": [_alignment(term, metadata) for term in metadata.subjects],
        "about": [_defined(term, metadata) for term in (*metadata.subjects, *metadata.themes)],
        "teaches": list(metadata.goals),
    }


def _audience(role: str) -> dict[str, Any]:
    return {"@type": "Audience", "audienceType": role}


def _identity(term: VocabularyTerm) -> tuple[str, str]:
    """Return the set that a term belongs to outside this site and its code there, if any."""
    if code := term.external.get("obk"):
        return CONCEPTS, code
    return (CURRICULUM, term.external["slo"]) if "slo" in term.external else ("", term.id)


def _defined(term: VocabularyTerm, metadata: Metadata) -> dict[str, Any]:
    name = _said(metadata.label(term), metadata)
    scheme, code = _identity(term)
    found = {"@type": "DefinedTerm", "name": name, "termCode": code}
    return found | {"inDefinedTermSet": scheme} if scheme else found


def _concept(term: VocabularyTerm, metadata: Metadata) -> dict[str, Any]:
    scheme, code = _identity(term)
    found = _defined(term, metadata)
    if scheme:
        found["@id"] = f"{scheme}/{code}"
    if scheme == CONCEPTS and "slo" in term.external:
        found["sameAs"] = f"{CURRICULUM}/{term.external['slo']}"
    return found


def _alignment(term: VocabularyTerm, metadata: Metadata) -> dict[str, Any]:
    scheme, code = _identity(term)
    name = _said(metadata.label(term), metadata)
    found = {"@type": "AlignmentObject", "name": name, "targetName": code}
    if scheme:
        found |= {"@id": f"{scheme}/{code}", "educationalFramework": scheme}
    return found


def _relations(metadata: Metadata) -> dict[str, Any]:
    found: dict[str, list[dict[str, Any]]] = {}
    for work in metadata.relations:
        other = {"@type": "CreativeWork", "name": work.title}
        if work.url:
            other |= {"@id": work.url, "url": work.url}
        found.setdefault(work.kind.external.get("schema-org", "mentions"), []).append(other)
    return dict(sorted(found.items()))


def _said(text: str, metadata: Metadata) -> str | dict[str, str]:
    """Return one of our own words, with its language where that is not the product's."""
    language = metadata.label_language
    return (
        text if language == metadata.product.language else {"@value": text, "@language": language}
    )
