"""After the pages: what the form for contributions reads."""

from brugwerk import bridge


def on_post_build(config):
    bridge.write_form(config)
