"""Our scripts and styles move to where browsers may keep them."""

from brugwerk import bridge


def on_config(config):
    bridge.link_assets(config)
    return config


def on_files(files, config):
    return bridge.place_assets(files, config)
