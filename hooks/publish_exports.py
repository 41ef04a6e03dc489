"""After the pages: what a reader takes along, and what machines read."""

from brugwerk import bridge


def on_post_build(config):
    bridge.write_exports(config)
