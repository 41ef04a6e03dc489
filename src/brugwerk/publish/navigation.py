"""The navigation of the site: few entries, because every entry costs on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brugwerk.render.templates import Templates

# The page that explains the editor; it is in the menu only where there is one.
EDITOR_PAGE = "bijdragen/werken-in-de-redactie.md"
NavItem = str | dict[str, "str | list[NavItem]"]


def navigation(templates: Templates) -> list[NavItem]:
    """Return the navigation as MkDocs takes it: titles in the language of the site.

    Args:
        templates: For the addresses and the language.
    """
    say = templates.translator.text
    at = templates.addresses
    editor: list[NavItem] = [{say("The editor"): EDITOR_PAGE}] if templates.settings.editor else []
    return [
        {say("Home"): "index.md"},
        {say("Products"): f"{at.products}index.md"},
        {
            say("Networks"): [
                {say("Networks"): f"{at.networks}index.md"},
                {say("Facilitation guides"): f"{at.guides}index.md"},
                {say("Reflections"): f"{at.reflections}index.md"},
            ]
        },
        {
            say("Schools"): [
                {say("Schools"): f"{at.schools}index.md"},
                {say("How knowledge travels"): f"{at.travels}index.md"},
            ]
        },
        {
            say("Explained"): [
                {say("How Brugwerk works"): "uitleg/index.md"},
                {say("On your way as a teacher"): "op-weg/leraar.md"},
                {say("An enrichment group in years 6 to 8"): "op-weg/plusgroep-bovenbouw.md"},
                {say("On your way as a bridge person"): "op-weg/brugpersoon.md"},
                {say("On your way as a facilitator"): "op-weg/begeleider.md"},
                {say("On the site of your school"): "uitleg/schoolsite.md"},
                {say("Glossary"): "uitleg/begrippen.md"},
                {say("About this site"): "uitleg/over.md"},
                {say("Privacy"): "uitleg/privacy.md"},
                {say("Accessibility"): "uitleg/toegankelijkheid.md"},
            ]
        },
        {
            say("Contribute"): [
                {say("Contribute"): "bijdragen/index.md"},
                {say("From Word to the site"): "bijdragen/van-word-tot-site.md"},
                {say("With the form"): f"{at.form}index.md"},
                *editor,
                {say("In a text editor"): "bijdragen/tekstbewerker.md"},
                {say("What every key holds"): f"{at.fields}index.md"},
                {say("I have a lesson in Word"): "bijdragen/word.md"},
                {say("Controlled lists"): "bijdragen/lijsten.md"},
                {say("What the check says"): f"{at.problems}index.md"},
                {say("What asks for attention"): f"{at.attention}index.md"},
                {say("The check on a forge"): "bijdragen/andere-plekken.md"},
            ]
        },
    ]
