"""A product as an NL LOM record, in the binding IMS Metadata 1.2 that Edurep harvests.

The fields and their conditions are those of NL LOM 1.01; the order of the elements is that of the
schema ``imsmd_v1p2p4.xsd``. The sources of the values are the lists that Edurep knows
(kennisnet/edurep-files, ``example/nllom-*.xml``); the values themselves stand in ``vocabulary/``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brugwerk.exports.export import Export
from brugwerk.exports.metadata import Metadata, metadata_of
from brugwerk.exports.xml_text import DECLARATION, child, root, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from brugwerk.exports.export import Ground
    from brugwerk.exports.metadata import RelatedWork
    from brugwerk.records.vocabulary import VocabularyTerm
    from brugwerk.render.page import Page

NAMESPACE = "http://www.imsglobal.org/xsd/imsmd_v1p2"
SCHEMA = "http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd"
_LISTS = "http://purl.edustandaard.nl/"
_AGGREGATION = f"{_LISTS}vdex_aggregationlevel_czp_20060628.xml"
_STATUS = f"{_LISTS}vdex_status_lomv1p0_20060628.xml"
_CONTRIBUTION = f"{_LISTS}vdex_lifecycle_contribute_role_lomv1p0_20060628.xml"
_RESOURCE_TYPE = f"{_LISTS}vdex_learningresourcetype_czp_20060628.xml"
_END_USER = f"{_LISTS}vdex_intendedenduserrole_lomv1p0_20060628.xml"
_CONTEXT = f"{_LISTS}vdex_context_czp_20060628.xml"
_COST = f"{_LISTS}vdex_cost_lomv1p0_20060628.xml"
_RIGHTS = "https://purl.edustandaard.nl/copyrightsandotherrestrictions_nllom_20180530"
_RELATION = f"{_LISTS}relation_kind_nllom_20131211"
_PURPOSE = f"{_LISTS}classification_purpose_nllom_20180530"
_CONCEPTS = f"{_LISTS}begrippenkader"
# What stands for "no language": a code, a number, an address.
_NONE = "x-none"


def nl_lom_file(page: Page, ground: Ground) -> Iterator[Export]:
    """Yield the record of a product; none where the site does not say where it stands.

    NL LOM asks for an address that identifies and one that locates, and neither can be made up.
    """
    metadata = metadata_of(page, ground)
    if metadata is not None and ground.templates.settings.address:
        address = ground.templates.addresses.nl_lom(metadata.entry.id)
        yield Export(address, lambda: DECLARATION + written(nl_lom(metadata)) + b"\n")


def nl_lom(metadata: Metadata) -> Element:
    """Return the record of a product."""
    lom = root("lom", {"": NAMESPACE}, SCHEMA)
    _general(lom, metadata)
    _life_cycle(lom, metadata)
    schemes = child(lom, "metametadata")
    for scheme in ("LOMv1.0", "nl_lom_v1p0"):
        child(schemes, "metadatascheme", scheme)
    technical = child(lom, "technical")
    child(technical, "format", "text/html")
    child(technical, "location", metadata.url)
    _educational(lom, metadata)
    _rights(lom, metadata)
    for work in metadata.relations:
        _relation(lom, work, metadata)
    _classification(lom, "discipline", metadata.subjects, metadata)
    _classification(lom, "educational level", (*metadata.sectors, *metadata.levels), metadata)
    return lom


def _general(lom: Element, metadata: Metadata) -> None:
    general = child(lom, "general")
    language = metadata.product.language
    _said(general, "title", metadata.product.title, language)
    _catalogue_entry(general, metadata.identifier)
    child(general, "language", language)
    _said(general, "description", metadata.description, language)
    for word in metadata.keywords:
        _said(general, "keyword", word, metadata.label_language)
    if level := metadata.kind.external.get("nl-lom-aggregation-level"):
        _value(general, "aggregationlevel", _AGGREGATION, level)


def _life_cycle(lom: Element, metadata: Metadata) -> None:
    cycle = child(lom, "lifecycle")
    if metadata.product.version:
        _said(cycle, "version", metadata.product.version)
    if status := metadata.status.external.get("nl-lom-status"):
        _value(cycle, "status", _STATUS, status)
    makers = [("author", maker) for maker in metadata.makers]
    for role, maker in (*makers, ("publisher", metadata.publisher)):
        contribution = child(cycle, "contribute")
        _value(contribution, "role", _CONTRIBUTION, role)
        child(child(contribution, "centity"), "vcard", _vcard(maker.name))
        if metadata.last_day:
            child(child(contribution, "date"), "datetime", metadata.last_day.isoformat())


def _educational(lom: Element, metadata: Metadata) -> None:
    educational = child(lom, "educational")
    if kind := metadata.kind.external.get("nl-lom-resource-type"):
        _value(educational, "learningresourcetype", _RESOURCE_TYPE, kind)
    for role in metadata.end_user_roles:
        _value(educational, "intendedenduserrole", _END_USER, role)
    contexts = (sector.external.get("nl-lom-context") for sector in metadata.sectors)
    for context in dict.fromkeys(contexts):
        if context:
            _value(educational, "context", _CONTEXT, context)
    _said(educational, "typicalagerange", metadata.age_range)
    if metadata.learning_time:
        child(child(educational, "typicallearningtime"), "datetime", metadata.learning_time)


def _rights(lom: Element, metadata: Metadata) -> None:
    rights = child(lom, "rights")
    _value(rights, "cost", _COST, metadata.cost)
    licence = metadata.licence
    # Without a licence all rights are the makers'; the description then says what to do.
    restrictions = licence.external.get("nl-lom", "yes") if licence else "yes"
    _value(rights, "copyrightandotherrestrictions", _RIGHTS, restrictions)
    _said(rights, "description", metadata.rights, metadata.label_language)


def _relation(lom: Element, work: RelatedWork, metadata: Metadata) -> None:
    relation = child(lom, "relation")
    if kind := work.kind.external.get("nl-lom-relation"):
        _value(relation, "kind", _RELATION, kind)
    resource = child(relation, "resource")
    _said(resource, "description", work.title, metadata.product.language)
    if work.url:
        _catalogue_entry(resource, work.url)


def _classification(
    lom: Element, purpose: str, terms: tuple[VocabularyTerm, ...], metadata: Metadata
) -> None:
    # Edurep knows the concepts of the OBK alone; what has none there stands among the keywords.
    known = [term for term in terms if "obk" in term.external]
    if not known:
        return
    classification = child(lom, "classification")
    _value(classification, "purpose", _PURPOSE, purpose)
    for term in known:
        path = child(classification, "taxonpath")
        _said(path, "source", _CONCEPTS)
        taxon = child(path, "taxon")
        child(taxon, "id", term.external["obk"])
        _said(taxon, "entry", metadata.label(term), metadata.label_language)


def _said(parent: Element, name: str, text: str, language: str = _NONE) -> None:
    child(child(parent, name), "langstring", text, language)


def _value(parent: Element, name: str, source: str, value: str) -> None:
    found = child(parent, name)
    _said(found, "source", source)
    _said(found, "value", value)


def _catalogue_entry(parent: Element, address: str) -> None:
    entry = child(parent, "catalogentry")
    child(entry, "catalog", "URI")
    _said(entry, "entry", address)


def _vcard(name: str) -> str:
    """Return the vCard 3.0 of an organisation (RFC 2426: FN, N and VERSION are required)."""
    escaped = name.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{escaped}\nN:;;;;\nORG:{escaped}\nEND:VCARD"
