"""Third step: generated pages get their title and content, in a frame that is as it should be."""

from brugwerk import bridge


def on_page_markdown(markdown, page, config, files):
    bridge.describe_page(page, config)
    return markdown


def on_page_content(html, page, config, files):
    return bridge.fill_page(html, page, config)


def on_env(env, config, files):
    return bridge.mend_theme(env)
