"""Second step: generated pages and attachments join the hand-written ones."""

from brugwerk import bridge


def on_config(config):
    bridge.confine_macros(config)
    return config


def on_files(files, config):
    return bridge.add_pages(bridge.choose_language(files, config), config)
