"""Last step: everything that stands on the site can be found."""

from brugwerk import bridge


def on_config(config):
    bridge.prepare_search(config)
    return config


def on_page_content(html, page, config, files):
    bridge.gather_page(html, page, config)
    return html


def on_page_context(context, page, config, nav):
    bridge.complete_search_page(page, config)
    return context


def on_post_build(config):
    bridge.write_search(config)
