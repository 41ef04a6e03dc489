"""What the theme's own templates get wrong, put right as they are read.

Each mend is a piece of a template of Material and what stands in its place. The templates
themselves are not copied, so that a newer theme brings its own; one that no longer has the piece
stops the build, because then nobody knows whether the mend is still needed.
"""

from __future__ import annotations

_BOX = '<input class="md-toggle" data-md-toggle="{name}" type="checkbox" id="__{name}"'
_TITLE = '<label class="md-nav__title"'
_IN_MENU = "{% if nav is defined and page in nav.pages %}"
_SKIP = "{% if page.toc | first is defined %}"

MENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "base.html": (
        # A box to tick has no autocomplete (HTML Living Standard, the autocomplete attribute).
        *(
            (f'{_BOX.format(name=name)} autocomplete="off">', f"{_BOX.format(name=name)}>")
            for name in ("drawer", "search")
        ),
        # A page without headings has something to skip to as well (WCAG 2.4.1).
        ('<article class="md-content__inner', '<article id="__content" class="md-content__inner'),
        (_SKIP, f'{{% if page.toc | first is not defined %}}<a href="#__content" class="md-skip">'
                f'{{{{ lang.t("action.skip") }}}}</a>{{% endif %}}\n      {_SKIP}'),
    ),
    # The box of the contents is there only on a page of the menu; a label names what is there.
    "partials/toc.html": (
        (f'{_TITLE} for="__toc">', f'{_TITLE}{_IN_MENU} for="__toc"{{% endif %}}>'),
    ),
    # An empty number is no number.
    "partials/nav-item.html": (
        ('tabindex="{{ tabindex }}"', '{% if tabindex %}tabindex="{{ tabindex }}"{% endif %}'),
    ),
    # What opens the menu says so (WCAG 4.1.2).
    "partials/header.html": (
        ('<label class="md-header__button md-icon" for="__drawer">',
         '<label class="md-header__button md-icon" for="__drawer" title="{{ lang.t(\'nav\') }}">'),
    ),
}  # fmt: skip


def mended(name: str, template: str) -> str:
    """Return a template of the theme as it should have been.

    Args:
        name: The name of the template, such as ``partials/toc.html``.
        template: Its text.

    Raises:
        ValueError: The template no longer holds what a mend is for.
    """
    for wrong, right in MENDS.get(name, ()):
        if wrong not in template:
            raise ValueError(f"the theme's {name} no longer holds {wrong}")
        template = template.replace(wrong, right)
    return template
